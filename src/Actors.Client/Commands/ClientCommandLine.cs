using System.CommandLine;

namespace Actors.Client.Commands;

/// <summary>Every command and the options that all share. A new command is one class, and one line here.</summary>
internal sealed class ClientCommandLine
{
    private const string Description = """
        Talks to UDP services: the hub's, the documents' Python programs, or any program that answers datagrams.

        On a terminal the output is for people. Into a pipe it is plain: results on standard output, a line each; remarks on standard error.
        With --json each line of standard output is an object for bots. Text from peers is shown, never obeyed: control characters as
        escapes.

        With --connected the client calls connect(2). The system then passes on what ICMP says, and a dead server is known at once:
        "connection refused: nobody listens on 127.0.0.1:9999". Without it UDP gives no sign of life: a dead server, a lost datagram and one
        that does not answer look the same, and silence is reported after --timeout. A connected client hears its peer's address only, so
        leave it off for a server that answers from another address or port than it was asked on.


        """ + ExitCode.Help;

    public ClientCommandLine(ClientServices services)
    {
        Root = new RootCommand(Description);
        Root.Directives.Clear();
        var globals = new GlobalOptions();
        globals.AddTo(Root);
        Root.Subcommands.Add(new ChatCommand(services, globals));
        Root.Subcommands.Add(new ContactsCommand(services, globals));
        Root.Subcommands.Add(new SendCommand(services, globals));
        Root.Subcommands.Add(new ListenCommand(services, globals));
        Root.Subcommands.Add(new TimeCommand(services, globals));
        Root.Subcommands.Add(new EchoCommand(services, globals));
        Root.Subcommands.Add(new PingCommand(services, globals));
        Root.Subcommands.Add(new DoctorCommand(services, globals));
        Root.Subcommands.Add(new LoadCommand(services, globals));
    }

    public RootCommand Root { get; }
}
