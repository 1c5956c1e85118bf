using System.Text;
using Actors.Client.Chat;
using Actors.Client.Network;
using Actors.Client.Text;
using Spectre.Console;

namespace Actors.Client.Contacts;

/// <summary>
/// Words with one contact, until <c>quit</c>, which goes to nobody: it only leads back to the list. At a terminal one may go on while an
/// answer is awaited; a pipe's next line is sent when the last was answered, or was not in time, as the documents' program does it.
/// </summary>
internal sealed class ContactTalk(ClientSession session, Contact contact, UdpPeer peer, TimeSpan timeout)
{
    private readonly long _began = session.Time.GetTimestamp();
    private TimeSpan? _askedAt;

    private TimeSpan Now => session.Time.GetElapsedTime(_began);

    /// <summary>Messages that were not answered in time.</summary>
    public int Unanswered { get; private set; }

    /// <summary>Whether no line is left for another talk.</summary>
    public bool InputEnded { get; private set; }

    /// <summary>Talks.</summary>
    /// <exception cref="ClientFault">(Connected) nobody listens there.</exception>
    /// <exception cref="OperationCanceledException">Ctrl+C.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        using var conversation = new Conversation(peer, session.Output.Lines, session.Time);
        if (session.Output.IsInteractive) session.Output.Prompt.Show($"{contact.Name}> ");
        while (true)
        {
            var inTurns = _askedAt is not null && !session.Output.IsInteractive;
            var atMost = _askedAt is { } asked ? asked + timeout - Now : Duration.Longest;
            switch (await conversation.NextAsync(atMost, stop, takeLines: !inTurns).ConfigureAwait(false))
            {
                case Happening.Typed(var line) when line.Trim() == "quit": return;
                case Happening.Typed(var line): Say(line); break;
                case Happening.Heard(var datagram): Hear(datagram); break;
                case Happening.InputEnded:
                    InputEnded = true;
                    return;
            }

            if (_askedAt + timeout <= Now) MissAnswer();
        }
    }

    private void Say(string line)
    {
        if (line.Length == 0) return;
        peer.Send(Encoding.UTF8.GetBytes(line));
        _askedAt ??= Now;
    }

    private void Hear(Datagram datagram)
    {
        _askedAt = null;
        var text = PeerText.Line(datagram.Bytes);
        session.Output.Say(
            $"{contact.Name}: {text}",
            JsonLine.Of("heard").With("contact", contact.Name).WithDatagram(datagram.Bytes),
            $"[teal]{Markup.Escape(contact.Name)}[/]: {Markup.Escape(text)}");
    }

    private void MissAnswer()
    {
        _askedAt = null;
        Unanswered++;
        session.Output.Note(
            $"no answer from {contact.Name} ({peer.Remote}) within {Duration.Show(timeout)}",
            JsonLine.Of("unanswered").With("contact", contact.Name));
    }
}
