using System.Collections.Immutable;
using Actors.Datagrams;
using Actors.Hub.Protocol;

namespace Actors.Hub.Services.Desk;

/// <summary>
/// Who wrote to the operator, who waits for an answer, and what the operator has not read yet: decisions only, no actor and no clock. All
/// of it is bounded; what is let go is the oldest, those who were answered before those who wait.
/// </summary>
/// <param name="awayTexts">For each desk that has one, what people are told from the start.</param>
internal sealed class DeskState(ImmutableDictionary<string, string> awayTexts)
{
    /// <summary>People that are remembered, some 300 bytes each.</summary>
    public const int MaxPeople = 10_000;

    /// <summary>Messages that nobody has read yet: a screen's worth many times over, and 1 MB at the usual length.</summary>
    public const int MaxUnread = 1_024;

    /// <summary>Endpoints that have a name.</summary>
    public const int MaxNames = 1_000;

    private readonly Dictionary<(string, EndpointKey), LinkedListNode<DeskVisitor>> _visitors = [];
    private readonly LinkedList<DeskVisitor> _waiting = [];
    private readonly LinkedList<DeskVisitor> _answered = [];
    private readonly Dictionary<EndpointKey, string> _names = [];
    private readonly Queue<DeskMessage> _unread = [];
    private ImmutableDictionary<string, string> _away = awayTexts;
    private string _awayEverywhere = "";
    private int _awayVersion = 1;
    private int _missed;
    private LinkedListNode<DeskVisitor>? _latest;

    public int Unread => _unread.Count;

    /// <summary>Somebody writes, and waits from now on.</summary>
    /// <returns>The away text that it is to be told, or empty; and what had to be dropped for it.</returns>
    public (string Away, int Unread, int Forgotten) Hear(DeskPerson person, ReadOnlySpan<byte> text, DateTimeOffset now)
    {
        var forgotten = 0;
        if (!_visitors.TryGetValue(person.Key, out var node))
        {
            forgotten = MakeRoom();
            node = new LinkedListNode<DeskVisitor>(new DeskVisitor());
            _visitors.Add(person.Key, node);
        }

        var visitor = node.Value;
        visitor.Person = person;
        if (visitor.Unanswered++ == 0)
        {
            visitor.WaitsSince = now;
        }

        Move(node, _waiting);
        _latest = node;

        var unread = MakeRoomForMessage();
        _unread.Enqueue(new DeskMessage(person.Endpoint, NameOf(person.Endpoint), SafeText.Show(text, int.MaxValue)));
        return (AwayFor(visitor), unread, forgotten);
    }

    /// <summary>Takes what was not read yet, the oldest first.</summary>
    public DeskNews Read(int most)
    {
        var messages = new List<DeskMessage>();
        while (messages.Count < most && _unread.TryDequeue(out var message))
        {
            messages.Add(message);
        }

        var missed = _missed;
        _missed = 0;
        return new DeskNews(messages, missed);
    }

    /// <summary>Finds whom the operator means.</summary>
    /// <param name="to">An endpoint, a name, <c>latest</c>, or empty for the latest who waits.</param>
    /// <param name="person">Who that is.</param>
    public bool TryFind(string to, out DeskPerson person)
    {
        var node = to switch
        {
            "" => _waiting.Last,
            DeskQueries.Latest => _waiting.Last ?? _latest,
            _ => EndpointOf(to) is { } endpoint ? LatestAt(endpoint) : null,
        };
        person = node?.Value.Person ?? default;
        return node is not null;
    }

    /// <summary>The operator answers: that person waits no more.</summary>
    public void Answer(DeskPerson person)
    {
        if (_visitors.TryGetValue(person.Key, out var node))
        {
            node.Value.Unanswered = 0;
            Move(node, _answered);
        }
    }

    /// <summary>Gives an endpoint a name, and nobody else has it; false where there are too many.</summary>
    public bool Name(EndpointKey endpoint, string name)
    {
        foreach (var namesake in _names.Where(named => named.Value == name).Select(named => named.Key).ToList())
        {
            _names.Remove(namesake);
        }

        if (_names.Count >= MaxNames && !_names.ContainsKey(endpoint))
        {
            return false;
        }

        _names[endpoint] = name;
        return true;
    }

    public string? NameOf(EndpointKey endpoint) => _names.GetValueOrDefault(endpoint);

    /// <summary>From now on everyone is told this once, at every desk; empty for nothing.</summary>
    public void SetAway(string text)
    {
        _away = [];
        _awayEverywhere = text;
        _awayVersion++;
    }

    /// <summary>Who waits, the longest first.</summary>
    public WaitingReport Waiting(DateTimeOffset now) => new(
    [
        .. _waiting.OrderBy(visitor => visitor.WaitsSince).Select(visitor => Describe(visitor, now)),
    ]);

    private WaitingLine Describe(DeskVisitor visitor, DateTimeOffset now)
    {
        var who = visitor.Person;
        return new WaitingLine(who.Endpoint, NameOf(who.Endpoint), who.Listener, now - visitor.WaitsSince, visitor.Unanswered);
    }

    private string AwayFor(DeskVisitor visitor)
    {
        var text = _away.GetValueOrDefault(visitor.Person.Listener, _awayEverywhere);
        if (text.Length == 0 || visitor.AwayTold == _awayVersion)
        {
            return "";
        }

        visitor.AwayTold = _awayVersion;
        return text;
    }

    /// <summary>Who has the name, or the endpoint that it is.</summary>
    private EndpointKey? EndpointOf(string to)
    {
        foreach (var (endpoint, name) in _names)
        {
            if (name == to)
            {
                return endpoint;
            }
        }

        return EndpointKey.TryParse(to, out var written) ? written : null;
    }

    /// <summary>Who wrote last from an endpoint, which may have written to several desks.</summary>
    private LinkedListNode<DeskVisitor>? LatestAt(EndpointKey endpoint) =>
        Last(_waiting, endpoint) ?? Last(_answered, endpoint);

    private static LinkedListNode<DeskVisitor>? Last(LinkedList<DeskVisitor> visitors, EndpointKey endpoint)
    {
        var node = visitors.Last;
        while (node is not null && node.Value.Person.Endpoint != endpoint)
        {
            node = node.Previous;
        }

        return node;
    }

    private static void Move(LinkedListNode<DeskVisitor> node, LinkedList<DeskVisitor> to)
    {
        node.List?.Remove(node);
        to.AddLast(node);
    }

    /// <returns>How many had to be forgotten that still waited.</returns>
    private int MakeRoom()
    {
        if (_visitors.Count < MaxPeople)
        {
            return 0;
        }

        var oldest = _answered.First ?? _waiting.First!;
        var waited = oldest.List == _waiting ? 1 : 0;
        oldest.List!.Remove(oldest);
        _visitors.Remove(oldest.Value.Person.Key);
        _latest = _latest == oldest ? null : _latest;
        return waited;
    }

    /// <returns>How many messages had to be dropped.</returns>
    private int MakeRoomForMessage()
    {
        if (_unread.Count < MaxUnread)
        {
            return 0;
        }

        _unread.Dequeue();
        _missed++;
        return 1;
    }
}
