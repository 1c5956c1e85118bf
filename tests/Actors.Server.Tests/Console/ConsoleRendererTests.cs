using System.Net;
using Actors.Datagrams;
using Actors.Hub;
using Actors.Hub.Backplane;
using Actors.Server.Console;

namespace Actors.Server.Tests.Console;

public class ConsoleRendererTests
{
    [Fact]
    public void A_great_many_members_are_cut_short_and_said_so_unless_all_are_asked_for()
    {
        var members = Enumerable.Range(1, ConsoleRenderer.ClientsShown + 5)
            .Select(port => new ClientLine(new EndpointKey(IPAddress.Loopback, port), "chat", new RoomName("lobby"), TimeSpan.Zero))
            .ToList();

        var some = Lines(r => r.Write(new ClientsReport(members), all: false));
        Assert.Equal(1 + ConsoleRenderer.ClientsShown + 1, some.Count);
        Assert.Equal("205 members, 5 not shown; clients all shows every one", some[^1]);

        var all = Lines(r => r.Write(new ClientsReport(members), all: true));
        Assert.Equal(1 + members.Count + 1, all.Count);
        Assert.Equal("205 members", all[^1]);
    }

    [Fact]
    public void Nobody_is_one_line()
    {
        Assert.Equal(["0 members"], Lines(r => r.Write(new ClientsReport([]), all: false)));
        Assert.Equal(["0 endpoints in quarantine"], Lines(r => r.Write(new QuarantineReport([]))));
    }

    [Fact]
    public void A_clock_that_was_set_back_shows_no_negative_silence()
    {
        var line = new ClientLine(FakeHub.One, "chat", new RoomName("lobby"), TimeSpan.FromSeconds(-3));
        Assert.EndsWith("0.0 s", Lines(r => r.Write(new ClientsReport([line]), all: false))[1], StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_backplane_members_and_rooms_are_shown_with_their_node()
    {
        var (alpha, bravo, lobby) = (new NodeId("alpha"), new NodeId("bravo"), new RoomName("lobby"));
        var here = new ClientLine(FakeHub.One, "chat", lobby, TimeSpan.Zero) { Node = alpha };
        var there = new ClientLine(FakeHub.Two, "second", lobby, TimeSpan.FromSeconds(2)) { Node = bravo };
        Assert.Equal(
            [
                "NODE   ENDPOINT        LISTENER  ROOM   SILENT",
                "alpha  127.0.0.1:5001  chat      lobby  0.0 s",
                "bravo  [::1]:5002      second    lobby  2.0 s",
                "2 members",
            ],
            Lines(r => r.Write(new ClientsReport([here, there]), all: false)));
        Assert.Equal(
            [
                "NODE   ROOM   LISTENER  SERVICE  MEMBERS  QUARANTINED",
                "alpha  lobby  chat      chat     1        3",
                "bravo  lobby  second             1",
            ],
            Lines(r => r.Write(new RoomsReport(
            [
                new RoomLine("chat", lobby, "chat", 1, 3) { Node = alpha }, new RoomLine("second", lobby, "", 1, 0) { Node = bravo },
            ]))));
    }

    private static List<string> Lines(Action<ConsoleRenderer> write)
    {
        using var output = new StringWriter { NewLine = "\n" };
        write(new ConsoleRenderer(output));
        return [.. output.ToString().TrimEnd('\n').Split('\n')];
    }
}
