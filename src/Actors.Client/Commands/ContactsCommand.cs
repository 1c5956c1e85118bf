using System.CommandLine;
using Actors.Client.Contacts;
using Actors.Client.Text;

namespace Actors.Client.Commands;

/// <summary>The address book: the list → one of it, by name or number → talk → <c>quit</c> → the list → <c>quit</c>.</summary>
internal sealed class ContactsCommand : ClientCommand
{
    private readonly Option<string?> _config = new("--config")
    {
        Description = "The address book (HOCON, client.contacts). Else ./hocon/client.conf, else the one beside the executable.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _connected = Parsing.Connected();
    private readonly DurationOption _timeout = new(
        "--timeout", "After how long an unanswered message is said to be so.", TimeSpan.FromSeconds(5));

    public ContactsCommand(ClientServices services, GlobalOptions globals)
        : base("contacts", "Talk to people of the address book, one at a time: pick by name or number; quit leads back.", services, globals)
    {
        Options.Add(_config);
        Options.Add(_connected);
        Options.Add(_timeout);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, ClientSession session, CancellationToken stop)
    {
        var book = AddressBook.Load(parsed.GetValue(_config));
        var exitCode = ExitCode.Done;
        ContactList.Show(session.Output, book);
        while (await PickAsync(session, book, stop).ConfigureAwait(false) is { } contact)
        {
            var (talked, inputEnded) = await TalkAsync(parsed, session, contact, stop).ConfigureAwait(false);
            exitCode = Math.Max(exitCode, talked);
            if (inputEnded) break;
            ContactList.Show(session.Output, book);
        }

        return exitCode;
    }

    /// <summary>Whom to talk to; null for nobody any more.</summary>
    private static async Task<Contact?> PickAsync(ClientSession session, AddressBook book, CancellationToken stop)
    {
        while (true)
        {
            if (session.Output.IsInteractive) session.Output.Prompt.Show("who? ");
            await session.Output.Lines.Next().WaitAsync(stop).ConfigureAwait(false);
            var asked = session.Output.Lines.Take();
            if (asked is null || asked.Trim() == "quit") return null;
            if (book.Find(asked) is { } contact) return contact;
            if (asked.Trim().Length > 0) ContactList.Refuse(session.Output, book, asked.Trim());
        }
    }

    private async Task<(int ExitCode, bool InputEnded)> TalkAsync(
        ParseResult parsed, ClientSession session, Contact contact, CancellationToken stop)
    {
        try
        {
            using var peer = await session.OpenAsync(contact.Address, parsed.GetValue(_connected), stop).ConfigureAwait(false);
            session.Output.Note(
                $"talking to {contact.Name} ({peer.Remote}); quit leads back to the list",
                JsonLine.Of("talking").With("contact", contact.Name).With("peer", peer.Remote.ToString()));
            var talk = new ContactTalk(session, contact, peer, _timeout.In(parsed));
            await talk.RunAsync(stop).ConfigureAwait(false);
            return (talk.Unanswered > 0 ? ExitCode.Peer : ExitCode.Done, talk.InputEnded);
        }
        catch (ClientFault fault)
        {
            // One contact that cannot be reached leads back to the others.
            session.Output.Note(
                $"{contact.Name}: {fault.Message}", JsonLine.Of("failed").With("contact", contact.Name).With("reason", fault.Message));
            return (fault.ExitCode, false);
        }
    }
}
