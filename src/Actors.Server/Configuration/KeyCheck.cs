namespace Actors.Server.Configuration;

/// <summary>
/// Finds keys that nothing reads: a mistyped key must not be a default in disguise. Free are <c>akka</c> and <c>hub.dispatcher</c>,
/// which are the engine's, and keys beside <c>hub</c> that a <c>${…}</c> of the same file takes its value from.
/// </summary>
internal static class KeyCheck
{
    public static void Run(IEnumerable<ConfigLayer> layers, List<OperatorFault> faults)
    {
        foreach (var layer in layers)
        {
            foreach (var entry in layer.Lines.Entries.OrderBy(e => e.Line))
            {
                if (Fault(layer, entry) is { } fault)
                    faults.Add(fault);
            }
        }
    }

    private static OperatorFault? Fault(ConfigLayer layer, ConfigEntry entry)
    {
        var path = entry.Path;
        if (IsEngines(path) || (ConfigPath.Split(path)[0] != "hub" && layer.Lines.IsReferredTo(path)))
            return null;

        var where = layer.Where(entry.Line);
        var isGroup = HubKeys.All.Any(k => k.IsWithin(path));
        if (ConfigPath.Split(path) is ["hub", "listeners", var listener, ..] && !ConfigPath.IsPlain(listener))
            return new OperatorFault(where, $"{listener} cannot be a listener's name", "use letters, digits, - and _");
        if (entry.Kind == ConfigEntryKind.Group)
        {
            if (isGroup)
                return null;
            if (HubKeys.All.FirstOrDefault(k => k.Matches(path)) is { } key)
                return new OperatorFault(where, $"{path} holds a value, not keys of its own", $"write {key.Expected}");
            // Its keys are told of one by one, unless it has none.
            return layer.Lines.Entries.Any(e => e.Path.StartsWith(path + ".", StringComparison.Ordinal)) ? null : Unknown(where, path);
        }

        if (isGroup)
            return new OperatorFault(where, $"{path} holds keys, not a value", $"write {path} {{ … }}, or {NextKey(path)} = VALUE");
        if (HubKeys.All.Any(k => k.Matches(path)))
            return null;
        // Below a key that holds a value: the group's own fault says it.
        return HubKeys.All.Any(k => k.Matches(ConfigPath.Parent(path))) ? null : Unknown(where, path);
    }

    private static OperatorFault Unknown(string where, string path)
    {
        // hub.listener.two.port is meant for two, however the second segment is spelt.
        var listener = ConfigPath.Split(path) is ["hub", _, var name, _] ? name : "chat";
        var nearest = NearestKey.To(path, HubKeys.All.Select(k => k.At(listener)));
        var mend = nearest is null ? "hocon/reference.conf lists them" : $"did you mean {nearest}?";
        return new OperatorFault(where, $"{path} is not a key of the hub", mend);
    }

    private static bool IsEngines(string path) => path is "akka" or HubKeys.Dispatcher
        || path.StartsWith("akka.", StringComparison.Ordinal)
        || path.StartsWith(HubKeys.Dispatcher + ".", StringComparison.Ordinal);

    /// <summary>A key that the group may hold, as an example.</summary>
    private static string NextKey(string group)
    {
        var segments = ConfigPath.Split(HubKeys.All.First(k => k.IsWithin(group)).Pattern);
        var next = segments[ConfigPath.Split(group).Length];
        return $"{group}.{(next == "*" ? "NAME" : next)}";
    }
}
