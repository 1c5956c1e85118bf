using Actors.Server.Console;

namespace Actors.Server.Tests.Console;

public class OperatorConsoleTests
{
    [Fact]
    public void Clients_lists_endpoint_room_and_silence() => Assert.Equal(
        """
        ENDPOINT        LISTENER  ROOM   SILENT
        127.0.0.1:5001  chat      lobby  1.5 s
        [::1]:5002      second    大厅     0.0 s
        2 members

        """,
        Answer("clients"));

    [Fact]
    public void Rooms_lists_each_listener_s_room() => Assert.Equal(
        """
        ROOM   LISTENER  SERVICE  MEMBERS  QUARANTINED
        lobby  chat      chat     1        1

        """,
        Answer("rooms"));

    [Fact]
    public void Stats_shows_every_figure_and_the_reasons_that_occurred() => Assert.Equal(
        """
        uptime                            61.0 s
        received                          12
        sent                              34
        joined                            5
        evicted                           1
        left quit                         2
        left silent                       1
        restarted                         0
        dropped                           7
        dropped too-long                  3
        dropped send-invalid-destination  4
        dropped by the kernel             unknown
        allocated bytes                   1000000
        heap bytes                        500000
        collections                       gen0:3 gen1:1 gen2:0

        """,
        Answer("stats"));

    [Fact]
    public void Quarantine_lists_endpoints_and_pardon_says_what_it_did() => Assert.Equal(
        """
        ENDPOINT    LISTENER  REMAINING
        [::1]:5002  second    599.9 s
        1 endpoint in quarantine
        [::1]:5002 is pardoned
        127.0.0.1:1 was not in quarantine

        """,
        Answer("quarantine\npardon [::1]:5002\npardon 127.0.0.1:1"));

    [Fact]
    public void Help_lists_every_command()
    {
        var help = Answer("help");
        Assert.All(ConsoleCommands.All, command => Assert.Contains(command.Usage, help, StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_command_is_answered_with_one_line() =>
        Assert.Equal("frobnicate is not a command; help lists them\n", Answer("frobnicate"));

    [Fact]
    public void Empty_lines_are_answered_with_nothing() => Assert.Equal("", Answer("\n\n  \n"));

    [Fact]
    public void Quit_ends_the_hub_once_and_nothing_is_read_after_it()
    {
        var quits = 0;
        using var input = new StringReader("quit\nstats\n");
        using var output = Output();
        new OperatorConsole(input, output, new FakeHub(), () => quits++).Run();
        Assert.Equal(1, quits);
        Assert.Equal("", output.ToString());
        Assert.Equal("stats", input.ReadLine());
    }

    [Fact]
    public void The_end_of_input_ends_the_console_and_not_the_hub()
    {
        using var input = new StringReader("rooms");
        using var output = Output();
        new OperatorConsole(input, output, new FakeHub(), () => Assert.Fail("the hub was ended")).Run();
        Assert.NotEqual("", output.ToString());
    }

    [Fact]
    public void A_hub_that_does_not_answer_costs_a_line_and_not_the_console()
    {
        using var output = Output();
        new OperatorConsole(new StringReader("clients\nhelp"), output, new FakeHub { IsSilent = true }, () => { }).Run();
        Assert.StartsWith("the hub did not answer in time; ask again\nclients [all]", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_that_goes_away_ends_the_console_quietly() =>
        new OperatorConsole(new GoneReader(), TextWriter.Null, new FakeHub(), () => Assert.Fail("the hub was ended")).Run();

    private static string Answer(string lines)
    {
        using var output = Output();
        new OperatorConsole(new StringReader(lines), output, new FakeHub(), () => { }).Run();
        return output.ToString();
    }

    private static StringWriter Output() => new() { NewLine = "\n" };

    private sealed class GoneReader : TextReader
    {
        public override int Read() => throw new IOException("EIO");
    }
}
