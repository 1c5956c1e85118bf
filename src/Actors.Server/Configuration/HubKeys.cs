using System.Globalization;
using System.Net;
using System.Text;
using Actors.Hub;
using Actors.Hub.Backplane;
using Actors.Server.Hosting;
using Microsoft.Extensions.Logging;

namespace Actors.Server.Configuration;

/// <summary>
/// Every key of the hub, with its range and default. hocon/reference.conf tells the same to people; a test holds the two equal.
/// </summary>
internal static class HubKeys
{
    /// <summary>The group that holds the listeners, each under its own name.</summary>
    public const string Listeners = "hub.listeners";

    /// <summary>What the hub's actors run on; its keys are the engine's (engine.conf), so nothing here looks into it.</summary>
    public const string Dispatcher = "hub.dispatcher";

    public static readonly ConfigKey<TimeSpan> Interval =
        Duration("hub.interval", HubOptions.Default.Interval, HubOptions.MinInterval, HubOptions.MaxInterval);

    public static readonly ConfigKey<TimeSpan> Grace = Duration("hub.grace", HubOptions.Default.Grace, TimeSpan.Zero, HubOptions.MaxGrace);

    public static readonly ConfigKey<LogLevel> Level = new(
        "hub.log-level", LogLevel.Information, "debug, info, warning, error or off", TryReadLevel, WriteLevel);

    public static readonly ConfigKey<int> MessageBytes =
        Number("hub.limits.message-bytes", HubLimits.Default.MessageBytes, 1, HubLimits.MaxMessageBytes);

    public static readonly ConfigKey<int> MembersPerRoom =
        Number("hub.limits.members-per-room", HubLimits.Default.MembersPerRoom, 1, 10_000_000);

    public static readonly ConfigKey<int> QuarantinedEndpoints =
        Number("hub.limits.quarantined-endpoints", HubLimits.Default.QuarantinedEndpoints, 1, 1_000_000);

    public static readonly ConfigKey<TimeSpan> QuarantineTime = Duration(
        "hub.limits.quarantine-time", HubLimits.Default.QuarantineTime, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));

    public static readonly ConfigKey<int> DatagramsInFlight =
        Number("hub.limits.datagrams-in-flight", HubLimits.Default.DatagramsInFlight, 16, 1_000_000);

    public static readonly ConfigKey<int> BackplaneMessages = Number(
        "hub.limits.backplane-messages", BackplaneOptions.Default.QueueMessages, 1, BackplaneOptions.MaxQueueMessages);

    /// <summary>Empty: one is made of the machine's name.</summary>
    public static readonly ConfigKey<NodeId?> Node = new(
        "hub.node",
        null,
        $"a name of 1 to {NodeId.MaxLength} letters, digits, - and _, or \"\" for one of the machine's name",
        TryReadNode,
        node => HoconText.Quote(node?.Value ?? ""));

    public static readonly ConfigKey<string> Backplane = new(
        "hub.backplane",
        BackplaneOptions.Default.Kind,
        $"one of {string.Join(", ", Backplanes.Names)}",
        (string text, out string value) => Backplanes.Names.Contains(value = text),
        kind => kind);

    public static readonly ConfigKey<TimeSpan> NodeHeartbeat = Duration(
        "hub.node-heartbeat", BackplaneOptions.Default.Heartbeat, BackplaneOptions.MinHeartbeat, BackplaneOptions.MaxHeartbeat);

    public static readonly ConfigKey<TimeSpan> NodeTimeout = Duration(
        "hub.node-timeout", BackplaneOptions.Default.NodeTimeout, BackplaneOptions.MinNodeTimeout, BackplaneOptions.MaxNodeTimeout);

    public static readonly ConfigKey<string> RabbitMqUri = Anything("hub.rabbitmq.uri", "amqp://127.0.0.1:5672", "the address of a broker");

    public static readonly ConfigKey<string> RabbitMqCredentialsFile =
        Anything("hub.rabbitmq.credentials-file", "", "a file that holds USER:PASSWORD");

    public static readonly ConfigKey<string> RabbitMqAuthorityFile =
        Anything("hub.rabbitmq.authority-file", "", "a file that holds certificates (PEM)");

    public static readonly ConfigKey<bool> ListenerEnabled = Switch("hub.listeners.*.enabled", true);

    public static readonly ConfigKey<IPAddress> ListenerHost = new(
        "hub.listeners.*.host",
        IPAddress.Loopback,
        "an IP address of this machine, such as 127.0.0.1, \"::1\", or 0.0.0.0 for all of IPv4 (names are not looked up)",
        TryReadAddress,
        address => $"\"{address}\"");

    public static readonly ConfigKey<int> ListenerPort =
        Number("hub.listeners.*.port", Chat.Local.Port, IPEndPoint.MinPort, IPEndPoint.MaxPort);

    public static readonly ConfigKey<string> ListenerService = new(
        "hub.listeners.*.service", Chat.Service, "the name of a service", TryReadText, HoconText.Quote);

    public static readonly ConfigKey<RoomName> ListenerRoom = new(
        "hub.listeners.*.room",
        Chat.Room,
        $"a name of 1 to {RoomName.MaxLength} characters without white space",
        (string text, out RoomName room) => RoomName.TryParse(text, out room),
        room => HoconText.Quote(room.Value));

    /// <summary>Its default is the hub's interval, whatever that is.</summary>
    public static readonly ConfigKey<TimeSpan> ListenerInterval =
        Duration("hub.listeners.*.interval", HubOptions.Default.Interval, HubOptions.MinInterval, HubOptions.MaxInterval);

    public static readonly ConfigKey<int> ListenerSockets =
        Number("hub.listeners.*.sockets", Chat.Sockets, 1, ListenerOptions.MaxSockets);

    public static readonly ConfigKey<TimeSpan> ListenerDelay =
        Duration("hub.listeners.*.delay", ServiceOptions.Default.Delay, TimeSpan.Zero, ServiceOptions.MaxDelay);

    public static readonly ConfigKey<string> ListenerPrefix = Text("hub.listeners.*.prefix", ServiceOptions.Default.Prefix);

    public static readonly ConfigKey<bool> ListenerStopOnQ = Switch("hub.listeners.*.stop-on-q", ServiceOptions.Default.StopOnQ);

    public static readonly ConfigKey<string> ListenerReply = Text("hub.listeners.*.reply", ServiceOptions.Default.Reply);

    public static readonly ConfigKey<string> ListenerAway = Text("hub.listeners.*.away", ServiceOptions.Default.Away);

    /// <summary>All of them, in the order in which they are printed.</summary>
    public static readonly IReadOnlyList<ConfigKey> All =
    [
        Interval, Grace, Level,
        Node, Backplane, NodeHeartbeat, NodeTimeout,
        MessageBytes, MembersPerRoom, QuarantinedEndpoints, QuarantineTime, DatagramsInFlight, BackplaneMessages,
        RabbitMqUri, RabbitMqCredentialsFile, RabbitMqAuthorityFile,
        ListenerEnabled, ListenerHost, ListenerPort, ListenerService, ListenerRoom, ListenerInterval, ListenerSockets,
        ListenerDelay, ListenerPrefix, ListenerStopOnQ, ListenerReply, ListenerAway,
    ];

    private static ListenerOptions Chat => HubOptions.Default.Listeners[0];

    private static ConfigKey<TimeSpan> Duration(string path, TimeSpan fallback, TimeSpan least, TimeSpan most) => new(
        path,
        fallback,
        $"a duration from {HoconUnits.Write(least)} to {HoconUnits.Write(most)}, such as {HoconUnits.Write(fallback)}",
        (string text, out TimeSpan value) => HoconUnits.TryParseDuration(text, out value) && value >= least && value <= most,
        HoconUnits.Write);

    private static ConfigKey<int> Number(string path, int fallback, int least, int most) => new(
        path,
        fallback,
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"),
        (string text, out int value) => HoconUnits.TryParseSize(text, out value) && value >= least && value <= most,
        value => value.ToString(CultureInfo.InvariantCulture));

    private static ConfigKey<bool> Switch(string path, bool fallback) =>
        new(path, fallback, "on or off", TryReadSwitch, on => on ? "on" : "off");

    /// <summary>Any text that a datagram can hold beside something else, the empty one too.</summary>
    private static ConfigKey<string> Text(string path, string fallback) => new(
        path,
        fallback,
        string.Create(CultureInfo.InvariantCulture, $"a text of at most {ServiceOptions.MaxTextBytes} bytes"),
        (string text, out string value) =>
        {
            value = text;
            return Encoding.UTF8.GetByteCount(text) <= ServiceOptions.MaxTextBytes;
        },
        HoconText.Quote);

    /// <summary>A text that is looked into only where it is used, and not repeated when it is wrong: it may hold a secret.</summary>
    private static ConfigKey<string> Anything(string path, string fallback, string expected) => new(
        path,
        fallback,
        expected,
        (string text, out string value) =>
        {
            value = text;
            return true;
        },
        HoconText.Quote);

    private static bool TryReadText(string text, out string value)
    {
        value = text;
        return text.Length > 0;
    }

    private static bool TryReadNode(string text, out NodeId? value)
    {
        var read = NodeId.TryParse(text, out var node);
        value = read ? node : null;
        return read || text.Length == 0;
    }

    private static bool TryReadSwitch(string text, out bool value)
    {
        value = text is "on" or "true" or "yes";
        return value || text is "off" or "false" or "no";
    }

    /// <summary>
    /// An address as people write it. <see cref="IPAddress.TryParse(string?, out IPAddress?)"/> alone takes <c>1</c> for 0.0.0.1, as
    /// inet_aton(3) does; here that is a slip.
    /// </summary>
    private static bool TryReadAddress(string text, out IPAddress value)
    {
        var isWhole = text.Contains(':', StringComparison.Ordinal) || text.Count(c => c == '.') == 3;
        var read = IPAddress.TryParse(text, out var address) && isWhole;
        value = read ? address! : IPAddress.None;
        return read;
    }

    private static bool TryReadLevel(string text, out LogLevel value)
    {
        (value, var known) = text.ToLowerInvariant() switch
        {
            "debug" => (LogLevel.Debug, true),
            "info" => (LogLevel.Information, true),
            "warning" => (LogLevel.Warning, true),
            "error" => (LogLevel.Error, true),
            "off" => (LogLevel.None, true),
            _ => (LogLevel.None, false),
        };
        return known;
    }

    private static string WriteLevel(LogLevel level) => level switch
    {
        LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warning",
        LogLevel.Error => "error",
        _ => "off",
    };
}
