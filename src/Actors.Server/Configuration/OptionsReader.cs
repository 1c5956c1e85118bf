using Actors.Hub;
using Actors.Hub.Backplane;
using Actors.Hub.Services;
using Akka.Configuration;

namespace Actors.Server.Configuration;

/// <summary>Reads the hub's options key by key, the strongest source first, and says what does not fit.</summary>
internal sealed class OptionsReader(IReadOnlyList<ConfigLayer> layers, List<OperatorFault> faults)
{
    /// <summary>Reads everything; where a value does not fit there is a fault, and the default stands in for it.</summary>
    /// <param name="actors">See <see cref="ServerOptions.Actors"/>.</param>
    public ServerOptions Read(Config actors)
    {
        var interval = Value(HubKeys.Interval);
        var listeners = ListenerNames().Select(name => Listener(name, interval)).ToList();
        CheckListeners(listeners);
        return new ServerOptions(
            interval,
            Value(HubKeys.Grace),
            Value(HubKeys.Level),
            new HubLimits
            {
                MessageBytes = Value(HubKeys.MessageBytes),
                MembersPerRoom = Value(HubKeys.MembersPerRoom),
                QuarantinedEndpoints = Value(HubKeys.QuarantinedEndpoints),
                QuarantineTime = Value(HubKeys.QuarantineTime),
                DatagramsInFlight = Value(HubKeys.DatagramsInFlight),
            },
            listeners,
            actors)
        {
            Node = Value(HubKeys.Node),
            Backplane = Backplane(),
            RabbitMq = new RabbitMqSetting(
                Value(HubKeys.RabbitMqUri), Value(HubKeys.RabbitMqCredentialsFile), Value(HubKeys.RabbitMqAuthorityFile), "hub.rabbitmq"),
        };
    }

    private BackplaneOptions Backplane()
    {
        var options = new BackplaneOptions
        {
            Kind = Value(HubKeys.Backplane),
            QueueMessages = Value(HubKeys.BackplaneMessages),
            Heartbeat = Value(HubKeys.NodeHeartbeat),
            NodeTimeout = Value(HubKeys.NodeTimeout),
        };
        if (options.NodeTimeout < 2 * options.Heartbeat)
        {
            var (timeout, heartbeat) = (HubKeys.NodeTimeout, HubKeys.NodeHeartbeat);
            faults.Add(new OperatorFault(
                Where(timeout.Pattern, Where(heartbeat.Pattern)),
                $"{timeout.Pattern} = {timeout.Write(options.NodeTimeout)} is less than two of {heartbeat.Pattern} = {heartbeat.Write(options.Heartbeat)}",
                $"write at least {timeout.Pattern} = {timeout.Write(2 * options.Heartbeat)}"));
        }

        return options;
    }

    /// <summary>The listeners that any source names, in the file's order; when none does, the one of the defaults.</summary>
    private List<string> ListenerNames()
    {
        var names = layers.Reverse()
            .SelectMany(layer => layer.Lines.Entries)
            .Select(entry => ConfigPath.Split(entry.Path))
            .Where(path => path is ["hub", "listeners", _, ..] && ConfigPath.IsPlain(path[2]))
            .Select(path => path[2])
            .Distinct()
            .ToList();
        return names.Count > 0 ? names : [.. HubOptions.Default.Listeners.Select(l => l.Name)];
    }

    private ListenerSetting Listener(string name, TimeSpan interval)
    {
        var service = Value(HubKeys.ListenerService, name);
        return new ListenerSetting(
            name,
            Where($"{HubKeys.Listeners}.{name}"),
            Value(HubKeys.ListenerEnabled, name),
            Value(HubKeys.ListenerHost, name),
            Value(HubKeys.ListenerPort, name),
            service,
            Value(HubKeys.ListenerRoom, name),
            Value(HubKeys.ListenerInterval, name, interval))
        {
            Sockets = Value(HubKeys.ListenerSockets, name),
            ServiceOptions = new ServiceOptions
            {
                Delay = Value(HubKeys.ListenerDelay, name),
                Prefix = ValueFor("prefix", HubKeys.ListenerPrefix, name, service),
                StopOnQ = ValueFor("prefix", HubKeys.ListenerStopOnQ, name, service),
                Reply = ValueFor("canned", HubKeys.ListenerReply, name, service),
                Away = ValueFor("desk", HubKeys.ListenerAway, name, service),
            },
        };
    }

    /// <summary>
    /// The value of a key that one service reads. At another service of ours it would be without effect, which is a slip, unless it says
    /// what holds anyway.
    /// </summary>
    private T ValueFor<T>(string reader, ConfigKey<T> key, string listener, string service)
    {
        var value = Value(key, listener);
        if (service != reader && ServiceRegistry.Default.Names.Contains(service) && !Equals(value, key.Default))
        {
            var path = key.At(listener);
            faults.Add(new OperatorFault(
                Where(path),
                $"{path} is read by the service {reader}, and this listener's is {service}",
                $"take it out, or write {HubKeys.ListenerService.At(listener)} = {reader}"));
        }

        return value;
    }

    private void CheckListeners(List<ListenerSetting> listeners)
    {
        foreach (var listener in listeners.Where(l => !ServiceRegistry.Default.Contains(l.Service)))
        {
            var path = HubKeys.ListenerService.At(listener.Name);
            var services = string.Join(", ", ServiceRegistry.Default.Names);
            faults.Add(new OperatorFault(
                Where(path),
                $"{path} = {listener.Service} is not a service",
                $"write one of {services}, or the full name of a class of yours"));
        }

        var enabled = listeners.Where(l => l.Enabled).ToList();
        if (enabled.Count == 0)
            faults.Add(new OperatorFault(HubKeys.Listeners, "no listener is enabled", "set hub.listeners.NAME.enabled = on for one"));

        for (var i = 1; i < enabled.Count; i++)
        {
            if (enabled.Take(i).FirstOrDefault(other => Meet(other, enabled[i])) is { } other)
            {
                var path = HubKeys.ListenerPort.At(enabled[i].Name);
                faults.Add(new OperatorFault(
                    Where(path, enabled[i].Where),
                    $"listener {enabled[i].Name} asks for udp {enabled[i].Local}, which is listener {other.Name}'s (udp {other.Local})",
                    $"choose another {path}"));
            }
        }
    }

    /// <summary>
    /// Whether the system would refuse the second: one address, or all addresses of a family and one of them, on one port.
    /// </summary>
    private static bool Meet(ListenerSetting a, ListenerSetting b) =>
        a.Port != 0 && a.Port == b.Port
        && (a.Local == b.Local || (a.Local.IsIPv4 == b.Local.IsIPv4 && (a.Local.IsAny || b.Local.IsAny)));

    private T Value<T>(ConfigKey<T> key) => Value(key, "", key.Default);

    private T Value<T>(ConfigKey<T> key, string listener) => Value(key, listener, key.Default);

    private T Value<T>(ConfigKey<T> key, string listener, T fallback)
    {
        var path = key.At(listener);
        foreach (var layer in layers)
        {
            if (layer.Lines.Find(path) is not { } entry)
                continue;
            // Keys where a value belongs: KeyCheck has told that.
            if (entry.Kind == ConfigEntryKind.Group)
                return fallback;

            // Akka.NET reads null, also in quotes, as no value.
            var text = entry.Kind == ConfigEntryKind.Array ? "[…]" : layer.Config.GetString(path) ?? "null";
            if (key.TryRead(text, out var value))
                return value;
            faults.Add(new OperatorFault(layer.Where(entry.Line), $"{path} = {text} cannot be", $"write {key.Expected}"));
            return fallback;
        }

        return fallback;
    }

    private string Where(string path, string? otherwise = null) =>
        layers.Select(l => l.WhereIs(path)).FirstOrDefault(w => w is not null) ?? otherwise ?? path;
}
