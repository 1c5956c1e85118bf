using System.Text;
using Akka.Actor;

namespace Actors.Hub.Services.Desk;

/// <summary>
/// Between the people at the desks and the operator's console: does what its <see cref="DeskState"/> decides. One per hub, since there is
/// one operator.
/// <code>
/// room ─ Hear ─▶ kept as unread, its writer waits; perhaps told that the operator is away
/// console ─ Next ─▶ the unread messages, now or when one comes: the console asks for more when it has shown them, so it bounds what waits
/// console ─ Reply ─▶ to the person by the wire that it wrote to ─▶ it waits no more
/// </code>
/// A restart forgets nobody: the state is the <see cref="DeskSetup"/>'s.
/// </summary>
internal sealed class DeskActor : ReceiveActor
{
    // A screen's worth.
    private const int MessagesAtOnce = 64;

    private readonly DeskSetup _setup;

    public DeskActor(DeskSetup setup)
    {
        _setup = setup;

        Receive<DeskCommands.Hear>(OnHear);
        Receive<DeskQueries.Next>(_ => OnNext());
        Receive<DeskQueries.Reply>(reply => Sender.Tell(Reply(reply)));
        Receive<DeskQueries.GetWaiting>(_ => Sender.Tell(State.Waiting(Context.System.Scheduler.Now)));
        Receive<DeskQueries.Name>(name => Sender.Tell(new DeskNamed(name.Endpoint, name.As, State.Name(name.Endpoint, name.As))));
        Receive<DeskQueries.SetAway>(OnSetAway);
    }

    public static Props Props(DeskSetup setup) => Akka.Actor.Props.Create(() => new DeskActor(setup)).WithDispatcher(HubActor.Dispatcher);

    private DeskState State => _setup.State;

    private void OnHear(DeskCommands.Hear hear)
    {
        var (who, counters) = (hear.Who, _setup.Counters);
        _setup.Sockets[who.Listener] = hear.Socket;
        try
        {
            var (away, unread, forgotten) = State.Hear(who, hear.Message.Line.Text, Context.System.Scheduler.Now);
            counters.CountDropped(DropReason.DeskUnread, unread);
            counters.CountDropped(DropReason.DeskForgotten, forgotten);
            if (away.Length > 0)
            {
                Send(who, Encoding.UTF8.GetBytes(away));
            }
        }
        finally
        {
            hear.Message.Release();
        }

        TellReader();
    }

    private void OnNext()
    {
        _setup.Reader = Sender;
        TellReader();
    }

    private void TellReader()
    {
        if (State.Unread > 0 && !_setup.Reader.IsNobody())
        {
            _setup.Reader.Tell(State.Read(MessagesAtOnce));
            _setup.Reader = ActorRefs.Nobody;
        }
    }

    private DeskReply Reply(DeskQueries.Reply reply)
    {
        if (!State.TryFind(reply.To, out var person))
        {
            return new DeskReply(DeskOutcome.NobodyThere, default, null);
        }

        var text = Encoding.UTF8.GetBytes(reply.Text);
        if (text.Length > DeskQueries.MaxReplyBytes)
        {
            return new DeskReply(DeskOutcome.TooLong, person.Endpoint, State.NameOf(person.Endpoint));
        }

        Send(person, text);
        State.Answer(person);
        return new DeskReply(DeskOutcome.Sent, person.Endpoint, State.NameOf(person.Endpoint));
    }

    private void OnSetAway(DeskQueries.SetAway away)
    {
        State.SetAway(away.Text);
        Sender.Tell(new DeskAway(away.Text));
    }

    private void Send(DeskPerson person, ReadOnlySpan<byte> text)
    {
        var message = _setup.Messages.RentForOwnWords().For(person.Endpoint, person.LineMode, cause: null);
        message.Line.Append(text);
        _setup.Sockets[person.Listener].Tell(message);
    }
}
