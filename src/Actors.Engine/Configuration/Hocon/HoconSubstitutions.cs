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

    /// <summary>
    /// A copy of an included text, whose root comes to be at <paramref name="path"/>. Its substitutions are to be resolved anew, as the
    /// text around it may set their targets. The original is left as it is: it may be included again elsewhere.
    /// </summary>
    public HoconObject Adopt(HoconObject included, string path, int position)
    {
        var copy = new HoconObject();
        foreach (var (key, value) in included.Items)
        {
            copy.Items.Add(key, Adopt(value, path, position));
        }

        return copy;
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

    private HoconValue Adopt(HoconValue value, string path, int position)
    {
        var copy = new HoconValue();
        foreach (var piece in value.Values)
        {
            copy.AppendValue(piece switch
            {
                HoconSubstitution substitution => Add(HoconPath.Join(path, substitution.Path), position),
                HoconObject members => Adopt(members, path, position),
                HoconArray elements => Adopt(elements, path, position),
                _ => piece,
            });
        }

        return copy;
    }

    private HoconArray Adopt(HoconArray elements, string path, int position)
    {
        var copy = new HoconArray();
        copy.AddRange(elements.Select(element => Adopt(element, path, position)));
        return copy;
    }

    private static bool TryResolve(HoconSubstitution substitution, HoconValue root)
    {
        substitution.ResolvedValue = HoconPath.Find(root, substitution.Path);
        return substitution.ResolvedValue is not null;
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
