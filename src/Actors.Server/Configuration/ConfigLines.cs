namespace Actors.Server.Configuration;

/// <summary>
/// The keys of one configuration text with the lines where they stand, as <see cref="HoconScanner"/> found them. Akka.NET's
/// parser keeps no lines, and takes a missing brace in silence; so both are looked after here, the same on either engine.
/// </summary>
internal sealed class ConfigLines
{
    // A reference to a group that holds a reference to a group, and so on: more than this is a circle.
    private const int MaxReferenceHops = 8;

    private readonly Dictionary<string, ConfigEntry> _entries = [];
    private readonly List<(string Path, int Line)> _references = [];

    /// <summary>Every key, in the order of its first appearance; a key that is set twice has its last line.</summary>
    public IEnumerable<ConfigEntry> Entries => _entries.Values;

    /// <summary>What is wrong with the text, or null.</summary>
    public ConfigFlaw? Flaw { get; private set; }

    /// <summary>The entry of a path, or null when the text does not set it.</summary>
    public ConfigEntry? Find(string path) => _entries.GetValueOrDefault(path);

    /// <summary>Whether some <c>${…}</c> of this text takes its value from the path, or from a key in it.</summary>
    public bool IsReferredTo(string path) => _references.Exists(r => r.Path == path || Holds(r.Path, path) || Holds(path, r.Path));

    internal void Add(ConfigEntry entry)
    {
        // a.b.c = 1 makes the groups a and a.b too.
        var segments = ConfigPath.Split(entry.Path);
        for (var length = 1; length < segments.Length; length++)
        {
            var group = string.Join('.', segments[..length]);
            if (_entries.GetValueOrDefault(group) is not { Kind: ConfigEntryKind.Group })
                _entries[group] = new ConfigEntry(group, entry.Line, ConfigEntryKind.Group);
        }

        _entries[entry.Path] = entry;
    }

    internal void AddReference(string path, int line) => _references.Add((path, line));

    internal void Fail(ConfigFlaw flaw) => Flaw ??= flaw;

    /// <summary>Called once, when the text has been read: gives every reference to a group the group's keys.</summary>
    internal void Resolve()
    {
        foreach (var (path, line) in _references)
        {
            if (Flaw is null && Find(path) is null)
                Fail(new ConfigFlaw(line, $"${{{path}}} names a key that is not set here", "set it in this file, or write the value out"));
        }

        for (var hop = 0; hop < MaxReferenceHops && Flaw is null; hop++)
        {
            if (!ExpandReferences())
                return;
        }

        if (Flaw is null && _entries.Values.FirstOrDefault(e => e.Kind == ConfigEntryKind.Reference) is { } circle)
            Fail(new ConfigFlaw(circle.Line, $"{circle.Path} = ${{{circle.Target}}} leads in a circle", "write the value out"));
    }

    private bool ExpandReferences()
    {
        var expanded = false;
        foreach (var reference in _entries.Values.Where(e => e.Kind == ConfigEntryKind.Reference).ToList())
        {
            expanded = true;
            var target = Find(reference.Target!)!;
            if (target.Kind == ConfigEntryKind.Reference)
                continue;

            _entries[reference.Path] = reference with { Kind = target.Kind };
            foreach (var member in _entries.Values.Where(e => Holds(target.Path, e.Path)).ToList())
            {
                var path = reference.Path + member.Path[target.Path.Length..];
                _entries.TryAdd(path, member with { Path = path, Line = reference.Line });
            }
        }

        return expanded;
    }

    private static bool Holds(string group, string path) =>
        path.Length > group.Length && path[group.Length] == '.' && path.StartsWith(group, StringComparison.Ordinal);
}
