using System.Text;

namespace Actors.Server.Configuration;

/// <summary>Writes the configuration in force as HOCON that parses back, each value with where it comes from.</summary>
internal sealed class ConfigPrinter(ServerConfiguration configuration)
{
    // The longest key is members-per-room or quarantined-endpoints with a short value; a comment column beyond that reads well.
    private const int CommentColumn = 44;

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>The whole text, without a final line end.</summary>
    /// <exception cref="InvalidOperationException">The configuration has faults.</exception>
    public static string Print(ServerConfiguration configuration) => new ConfigPrinter(configuration).Print();

    private string Print()
    {
        var options = configuration.Options ?? throw new InvalidOperationException("There is nothing in force to print.");
        Open("hub");
        Key(HubKeys.Interval, options.Interval);
        Key(HubKeys.Grace, options.Grace);
        Key(HubKeys.Level, options.LogLevel);
        Key(HubKeys.Node, options.Node);
        Key(HubKeys.Backplane, options.Backplane.Kind);
        Key(HubKeys.NodeHeartbeat, options.Backplane.Heartbeat);
        Key(HubKeys.NodeTimeout, options.Backplane.NodeTimeout);
        Open("limits");
        Key(HubKeys.MessageBytes, options.Limits.MessageBytes);
        Key(HubKeys.MembersPerRoom, options.Limits.MembersPerRoom);
        Key(HubKeys.QuarantinedEndpoints, options.Limits.QuarantinedEndpoints);
        Key(HubKeys.QuarantineTime, options.Limits.QuarantineTime);
        Key(HubKeys.DatagramsInFlight, options.Limits.DatagramsInFlight);
        Key(HubKeys.BackplaneMessages, options.Backplane.QueueMessages);
        Close();
        Open("rabbitmq");
        Key(HubKeys.RabbitMqUri, options.RabbitMq.Uri);
        Key(HubKeys.RabbitMqCredentialsFile, options.RabbitMq.CredentialsFile);
        Key(HubKeys.RabbitMqAuthorityFile, options.RabbitMq.AuthorityFile);
        Close();
        Open("listeners");
        foreach (var listener in options.Listeners)
        {
            Open(listener.Name);
            Key(HubKeys.ListenerEnabled, listener.Enabled, listener.Name);
            Key(HubKeys.ListenerHost, listener.Host, listener.Name);
            Key(HubKeys.ListenerPort, listener.Port, listener.Name);
            Key(HubKeys.ListenerService, listener.Service, listener.Name);
            Key(HubKeys.ListenerRoom, listener.Room, listener.Name);
            Key(HubKeys.ListenerInterval, listener.Interval, listener.Name);
            Key(HubKeys.ListenerSockets, listener.Sockets, listener.Name);
            ServiceKeys(listener);
            Close();
        }

        Close();
        Dispatcher();
        Close();
        return _text.ToString().TrimEnd();
    }

    /// <summary>Those that its service reads.</summary>
    private void ServiceKeys(ListenerSetting listener)
    {
        var (name, options) = (listener.Name, listener.ServiceOptions);
        Key(HubKeys.ListenerDelay, options.Delay, name);
        switch (listener.Service)
        {
            case "prefix":
                Key(HubKeys.ListenerPrefix, options.Prefix, name);
                Key(HubKeys.ListenerStopOnQ, options.StopOnQ, name);
                break;
            case "canned":
                Key(HubKeys.ListenerReply, options.Reply, name);
                break;
            case "desk":
                Key(HubKeys.ListenerAway, options.Away, name);
                break;
        }
    }

    /// <summary>The engine's keys within the hub's group: whatever there is, as texts.</summary>
    private void Dispatcher()
    {
        Open("dispatcher");
        var prefix = HubKeys.Dispatcher + ".";
        foreach (var entry in configuration.Layers.SelectMany(l => l.Lines.Entries).DistinctBy(e => e.Path))
        {
            if (entry.Kind == ConfigEntryKind.Group || !entry.Path.StartsWith(prefix, StringComparison.Ordinal))
                continue;
            var actors = configuration.Options!.Actors;
            var text = entry.Kind == ConfigEntryKind.Array
                ? $"[{string.Join(", ", actors.GetStringList(entry.Path).Select(HoconText.Quote))}]"
                : HoconText.Quote(actors.GetString(entry.Path) ?? "null");
            Key(entry.Path, $"{entry.Path[prefix.Length..]} = {text}");
        }

        Close();
    }

    private void Key<T>(ConfigKey<T> key, T value, string listener = "")
    {
        var path = key.At(listener);
        Key(path, $"{ConfigPath.LastSegment(path)} = {key.Write(value)}");
    }

    private void Key(string path, string line)
    {
        var where = configuration.Layers.Select(l => l.WhereIs(path)).FirstOrDefault(w => w is not null) ?? "default";
        Line($"{line.PadRight(CommentColumn - (4 * _depth))} # {OneLine.Of(where)}");
    }

    private void Open(string name)
    {
        Line($"{name} {{");
        _depth++;
    }

    private void Close()
    {
        _depth--;
        Line("}");
    }

    private void Line(string line) => _text.Append(' ', 4 * _depth).Append(line).Append('\n');
}
