using Actors.Datagrams;
using Actors.Hub.Backplane;

namespace Actors.Hub.Tests.Backplane;

/// <summary>Nodes, and what they say, to test with.</summary>
internal static class Nodes
{
    public static readonly RoomName Lobby = new("lobby");

    public static NodeIncarnation Life(string node, long number = 1) => new(new NodeId(node), number);

    public static BackplaneMessage Message(string node, long sequence, long life = 1, string room = "lobby") =>
        new(Life(node, life), new RoomName(room), sequence, Peers.Noon, Peers.Bytes($"m{sequence}"));

    public static RosterMember Member(EndpointKey endpoint, string listener = "chat") => new(endpoint, listener, Lobby, TimeSpan.Zero);

    public static NodeNews.RosterSnapshot Snapshot(NodeIncarnation of, long version, params EndpointKey[] members) =>
        new(of, version, 1, 1, [.. members.Select(member => Member(member))]);
}
