using System.Text;
using Actors.Datagrams;
using Actors.Hub.Backplane;

namespace Actors.Hub.Tests.Backplane.Contract;

/// <summary>
/// What every <see cref="IBackplane"/> must do; a subclass for each. Its source is compiled into the test project of each implementation.
/// </summary>
public abstract partial class BackplaneContract : IAsyncLifetime
{
    private protected static readonly RoomName Lobby = new("lobby");
    private protected static readonly RoomName Other = new("other");

    private readonly List<TestNode> _nodes = [];

    /// <summary>A node's way to the others that this test makes; nobody else's.</summary>
    protected abstract IBackplane Connect();

    /// <summary>From now on nothing moves, and no connection is closed.</summary>
    protected abstract Task HangAsync();

    /// <summary>All moves again.</summary>
    protected abstract Task ResumeAsync();

    /// <summary>Everyone is disconnected, and stays so; what was on its way is lost.</summary>
    protected abstract Task CutAsync();

    /// <summary>Everyone may connect again.</summary>
    protected abstract Task RestoreAsync();

    /// <summary>Before each test.</summary>
    public virtual Task InitializeAsync() => Task.CompletedTask;

    /// <summary>After each test.</summary>
    public virtual async Task DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }
    }

    [BackplaneFact]
    public void What_is_said_on_one_node_is_heard_on_the_others_once_in_order_and_confirmed()
    {
        var (ann, bob, cid) = (Node("ann"), Node("bob"), Node("cid"));
        Meet(Lobby, ann, bob, cid);
        var before = bob.HeardOnce(ann, Lobby).Count;
        var said = Texts("m", 1_000);
        foreach (var text in said)
        {
            ann.Say(Lobby, text);
        }

        ann.Settle();
        Assert.All(ann.Sink.Settled, settled => Assert.Equal(PublishOutcome.Confirmed, settled.Outcome));
        foreach (var node in new[] { bob, cid })
        {
            node.Sink.Until("all of it is heard", () => node.HeardOnce(ann, Lobby).Contains(said[^1]));
            Assert.Equal(said, node.HeardOnce(ann, Lobby).Where(text => text.StartsWith('m')));
            Assert.Equal(node.Sink.Heard.Count, node.Sink.Heard.DistinctBy(message => (message.From, message.Room, message.Sequence)).Count());
        }

        Assert.True(before > 0);
        Assert.DoesNotContain(ann.Sink.Heard, message => message.From == ann.Self);
    }

    [BackplaneFact]
    public void A_message_arrives_as_it_was_said()
    {
        var room = new RoomName("大廳.*#/é" + new string('x', RoomName.MaxLength - 8));
        var (ann, bob) = (Node("ann", life: 7), Node("bob"));
        Meet(room, ann, bob);
        byte[][] lines = [[], [0], [.. Enumerable.Range(0, 256).Select(b => (byte)b)], new byte[BackplaneMessage.MaxLineBytes]];
        foreach (var line in lines)
        {
            ann.Say(room, line);
        }

        bob.Sink.Until("the longest is heard", () => bob.Sink.Heard.Any(m => m.Line.Length == BackplaneMessage.MaxLineBytes));
        var heard = bob.Sink.Heard.Where(message => message.From == ann.Self).TakeLast(lines.Length).ToList();
        Assert.Equal(lines, heard.Select(message => message.Line.ToArray()));
        Assert.All(heard, message => Assert.Equal((room, DateTimeOffset.UnixEpoch.AddHours(1)), (message.Room, message.SaidAt)));
        Assert.Equal([1, 2, 3], heard.Skip(1).Select(message => message.Sequence - heard[0].Sequence));
    }

    [BackplaneFact]
    public void Only_who_is_subscribed_to_the_room_hears_it()
    {
        var (ann, bob, cid) = (Node("ann"), Node("bob"), Node("cid"));
        Meet(Lobby, ann, bob);
        Meet(Other, ann, cid);
        ann.Say(Lobby, "lobby");
        ann.Say(Other, "other");
        bob.Sink.Until("bob hears his room", () => bob.HeardOnce(ann, Lobby).Contains("lobby"));
        cid.Sink.Until("cid hears his", () => cid.HeardOnce(ann, Other).Contains("other"));
        Assert.All(bob.Sink.Heard, message => Assert.Equal(Lobby, message.Room));
        Assert.All(cid.Sink.Heard, message => Assert.Equal(Other, message.Room));
    }

    [BackplaneFact]
    public void Who_has_unsubscribed_soon_hears_no_more_and_may_subscribe_again()
    {
        var (ann, bob) = (Node("ann"), Node("bob"));
        Meet(Lobby, ann, bob);
        Meet(Other, ann, bob);
        bob.Unsubscribe(Lobby);
        bob.Unsubscribe(Lobby);

        // Both rooms take the same way, so one that is heard in the other shows that one in the lobby has not come.
        bob.Sink.Until("the lobby is quiet", () =>
        {
            var heard = bob.HeardOnce(ann, Lobby).Count;
            ann.Say(Lobby, "?");
            Probe(Other, ann, bob);
            return bob.HeardOnce(ann, Lobby).Count == heard;
        });
        Meet(Lobby, ann, bob);
    }

    [BackplaneFact]
    public void News_of_every_kind_reaches_every_other_node_in_order_whatever_rooms_they_have()
    {
        var (ann, bob, cid) = (Node("ann", life: 3), Node("bob"), Node("cid"));
        var member = new RosterMember(EndpointKeyOf("[fe80::1%3]:9"), "chat", new RoomName("大廳"), TimeSpan.FromMilliseconds(1_500));
        NodeNews[] news =
        [
            new NodeNews.RosterRequest(ann.Self, null),
            new NodeNews.RosterRequest(ann.Self, bob.Self.Node),
            new NodeNews.RosterSnapshot(ann.Self, 5, 1, 2, [.. Enumerable.Repeat(member, NodeNews.MaxMembers)]),
            new NodeNews.RosterSnapshot(ann.Self, 5, 2, 2, []),
            new NodeNews.RosterChange(
                ann.Self, 6, [member], [new RosterLeft(EndpointKeyOf("10.0.0.1:5000"), "echo-2", LeaveReason.Silent)]),
            new NodeNews.Stopping(ann.Self),
        ];
        MeetByNews(ann, bob, cid);
        foreach (var one in news)
        {
            ann.Sink.Until("the news can be told", () => ann.Tell(one));
        }

        foreach (var node in new[] { bob, cid })
        {
            node.Sink.Until("all of it is told", () => node.Sink.News.LastOrDefault() is NodeNews.Stopping);
            Assert.Equal(news.Select(Text), node.Sink.News.Where(one => one is not NodeNews.Beat).Select(Text));
        }

        Assert.DoesNotContain(ann.Sink.News, one => one.From == ann.Self);
    }

    [BackplaneFact]
    public async Task A_node_that_begins_a_new_life_is_heard_by_its_new_number()
    {
        var (ann, bob) = (Node("ann", life: 1), Node("bob"));
        Meet(Lobby, ann, bob);
        await ann.DisposeAsync();
        var again = Node("ann", life: 2);
        Meet(Lobby, again, bob);
        Assert.Contains(bob.Sink.Heard, message => message.From == again.Self && message.Sequence == 1);
    }

    [BackplaneFact]
    public async Task Once_disposed_it_tells_nothing_more()
    {
        var (ann, bob) = (Node("ann"), Node("bob"));
        Meet(Lobby, ann, bob);
        await bob.DisposeAsync();
        await bob.DisposeAsync();
        var events = bob.Sink.Events;
        var cid = Node("cid");
        Meet(Lobby, ann, cid);
        Assert.Equal(events, bob.Sink.Events);
    }

    /// <summary>A node that is connected.</summary>
    private TestNode Node(string name, long life = 1)
    {
        var node = new TestNode(Connect(), name, life);
        _nodes.Add(node);
        node.Sink.Until($"{name} is connected", () => node.Sink.IsUp);
        return node;
    }

    /// <summary>Subscribes all of them, and waits until what each says reaches all others.</summary>
    private static void Meet(RoomName room, params TestNode[] nodes)
    {
        foreach (var node in nodes)
        {
            node.Subscribe(room);
        }

        foreach (var from in nodes)
        {
            Probe(room, from, [.. nodes.Where(node => node != from)]);
        }
    }

    /// <summary>Says something until it is heard by all.</summary>
    private static void Probe(RoomName room, TestNode from, params TestNode[] to)
    {
        foreach (var node in to)
        {
            var before = node.HeardOnce(from, room).Count;
            node.Sink.Until($"{node.Self} hears {from.Self} in {room}", () =>
            {
                from.Say(room, "?");
                return node.HeardOnce(from, room).Count > before;
            });
        }

        from.Settle();
    }

    private static void MeetByNews(TestNode from, params TestNode[] to)
    {
        foreach (var node in to)
        {
            node.Sink.Until($"{node.Self} is told of {from.Self}", () =>
            {
                from.Tell(new NodeNews.Beat(from.Self, 0));
                return node.Sink.News.Contains(new NodeNews.Beat(from.Self, 0));
            });
        }
    }

    private static List<string> Texts(string prefix, int count) => [.. Enumerable.Range(1, count).Select(n => $"{prefix}{n}")];

    private static EndpointKey EndpointKeyOf(string text) => EndpointKey.TryParse(text, out var key) ? key : throw new ArgumentException(text);

    /// <summary>All that is in it; records compare lists by reference.</summary>
    private static string Text(NodeNews news) => news switch
    {
        NodeNews.RosterSnapshot all => new StringBuilder($"{all.From} {all.Version} {all.Part}/{all.Parts} ")
            .AppendJoin(", ", all.Members).ToString(),
        NodeNews.RosterChange change => new StringBuilder($"{change.From} {change.Version}")
            .AppendJoin(", ", change.Joined).Append('|').AppendJoin(", ", change.Left).ToString(),
        _ => news.ToString(),
    };
}
