using System.Globalization;
using System.Text;
using Actors.Hub;
using Actors.Hub.Backplane;

namespace Actors.Backplane.RabbitMq.Wire;

/// <summary>
/// The names at the broker, all under <c>hub.</c>, so that a user may be confined to them. One topic exchange; a queue for each life of a
/// node, bound to <c>news</c>, to the node's own probes and to each room that the node has members in.
/// </summary>
/// <param name="prefix">What they begin with: <c>hub</c>.</param>
internal sealed class Topics(string prefix)
{
    public string Exchange { get; } = $"{prefix}.rooms";

    /// <summary>The routing key of what every node hears.</summary>
    public const string News = "news";

    /// <summary>The routing key of what a node says to itself, to see that the broker lives.</summary>
    public static string ProbeOf(NodeIncarnation node) => $"probe.{node.Node}.{node.Number}";

    public string QueueOf(NodeIncarnation node) => $"{prefix}.node.{node.Node}.{node.Number}";

    /// <summary>
    /// The routing key of a room: <c>room.NAME</c>, what a topic exchange takes for more than a letter written <c>%XX</c>. At most
    /// 5 + 64 x 3 = 197 bytes (AMQP allows 255): a UTF-16 code unit is at most 3 bytes of UTF-8, and an escape is 3.
    /// </summary>
    public static string KeyOf(RoomName room)
    {
        if (room.Value.AsSpan().IndexOfAny(".*#%") < 0) return "room." + room.Value;

        var key = new StringBuilder("room.");
        foreach (var c in room.Value)
        {
            if (c is '.' or '*' or '#' or '%') key.Append(CultureInfo.InvariantCulture, $"%{(int)c:X2}");
            else key.Append(c);
        }

        return key.ToString();
    }
}
