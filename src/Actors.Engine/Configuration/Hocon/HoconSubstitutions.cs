namespace Akka.Configuration.Hocon;

/// <summary>The substitutions of one text, from where they are read to where they are resolved.</summary>
internal sealed class HoconSubstitutions
{
    private readonly List<(HoconSubstitution Substitution, int Position)> _all = [];

    /// <summary>All of them, in the order of the text.</summary>
    public IReadOnlyList<HoconSubstitution> All => _all.ConvertAll(static entry => entry.Substitution);

    public HoconSubstitution Add(string path, int position)
    {
        var substitution = new HoconSubstitution(path);
        _all.Add((substitution, position));
        return substitution;
    }

    /// <summary>Takes over those of an included text: what was its root is now at <paramref name="path"/>, where values may have changed.</summary>
    public void AddIncluded(IEnumerable<HoconSubstitution> included, string path, int position)
    {
        foreach (var substitution in included)
        {
            substitution.Path = HoconPath.Join(path, substitution.Path);
            _all.Add((substitution, position));
        }
    }

    /// <summary>Leads every substitution to its value.</summary>
    /// <exception cref="FormatException">One leads nowhere.</exception>
    /// <exception cref="ConfigurationException">One leads back to itself.</exception>
    public void Resolve(HoconValue root, HoconScanner scanner)
    {
        // A path may go through another substitution, so go round until no more can be found.
        var pending = _all.ToList();
        while (pending.RemoveAll(entry => TryResolve(entry.Substitution, root)) > 0)
        {
        }

        if (pending is [var (lost, lostAt), ..])
        {
            throw new FormatException($"Unresolved substitution: {lost.Path}, {scanner.Locate(lostAt)}");
        }

        var safe = new HashSet<HoconSubstitution>();
        foreach (var (substitution, position) in _all)
        {
            if (LeadsTo(substitution, safe, []))
            {
                throw scanner.Error("this substitution leads back to itself", position);
            }
        }
    }

    private static bool TryResolve(HoconSubstitution substitution, HoconValue root)
    {
        var found = HoconPath.Find(root, substitution.Path);
        substitution.ResolvedValue = found ?? substitution.ResolvedValue;
        return found is not null;
    }

    // Depth first; what was walked to its end without meeting itself is safe and is not walked again.
    private static bool LeadsTo(HoconSubstitution substitution, HashSet<HoconSubstitution> safe, HashSet<HoconSubstitution> path)
    {
        if (safe.Contains(substitution))
        {
            return false;
        }

        if (!path.Add(substitution) || Within(substitution.ResolvedValue!).Any(inner => LeadsTo(inner, safe, path)))
        {
            return true;
        }

        path.Remove(substitution);
        safe.Add(substitution);
        return false;
    }

    private static IEnumerable<HoconSubstitution> Within(HoconValue value) => value.Values.SelectMany(static piece => piece switch
    {
        HoconSubstitution substitution => [substitution],
        HoconObject members => members.Items.Values.SelectMany(Within),
        HoconArray elements => elements.SelectMany(Within),
        _ => [],
    });
}
