using Actors.Hub;
using Actors.Server.Console;
using Actors.Server.Traffic;

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
        eviction latest                   480 ms after the interval
        left quit                         2
        left silent                       1
        restarted                         0
        dropped                           7
        dropped too-long                  3
        dropped send-invalid-destination  4
        dropped by the kernel             unknown
        waiting to be sent                7
        batches free                      256
        allocated bytes                   1000000
        heap bytes                        500000
        paused to collect                 12 ms
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
    public void Waiting_lists_who_waits_at_the_desk() => Assert.Equal(
        """
        ENDPOINT        NAME  DESK  WAITING  MESSAGES
        127.0.0.1:5001  狗哥    desk  12.0 s   2
        [::1]:5002            desk  0.0 s    1
        2 people waiting

        """,
        Answer("waiting"));

    [Fact]
    public void A_line_is_a_reply_only_while_somebody_waits_and_is_echoed_with_its_addressee()
    {
        var hub = new FakeHub { Waits = { "狗哥", "127.0.0.1:5002" } };
        Assert.Equal(
            """
            to 127.0.0.1:5002: hello there
            to 狗哥 (127.0.0.1:5001): 你好
            anyone is not a command; help lists them

            """,
            Answer("hello there\n你好\nanyone else?", hub));
        Assert.Equal(["127.0.0.1:5002: hello there", "狗哥: 你好"], hub.Said);
    }

    [Fact]
    public void A_first_word_that_is_a_command_is_a_command_also_while_somebody_waits()
    {
        var hub = new FakeHub { Waits = { "狗哥" } };
        var answer = Answer("help is on its way\n@latest help is on its way", hub);
        Assert.Equal("write help\nto 狗哥 (127.0.0.1:5001): help is on its way\n", answer);
    }

    [Fact]
    public void Anyone_at_the_desk_is_answered_by_endpoint_or_name()
    {
        var hub = new FakeHub { Waits = { "狗哥", "[::1]:5002", "瞎驴" } };
        Assert.Equal(
            """
            to [::1]:5002: yes
            to 狗哥 (127.0.0.1:5001): quit
            nobody at the desk is 武大郎
            nobody at the desk is \u001b[2J

            """,
            Answer("@[::1]:5002 yes\n@狗哥 quit\n@武大郎 hello\n@\u001b[2J x", hub));
    }

    [Fact]
    public void A_reply_that_is_too_long_is_refused_and_never_cut() => Assert.Equal(
        "not sent to 狗哥 (127.0.0.1:5001): a reply has at most 1024 bytes\n",
        Answer(new string('x', 5_000), new FakeHub { Waits = { "狗哥" } }));

    [Fact]
    public void A_name_and_an_away_text_are_confirmed() => Assert.Equal(
        """
        127.0.0.1:5001 is 狗哥
        away: each person is told once: back at two
        not away: nobody is told anything

        """,
        Answer("name 127.0.0.1:5001 狗哥\naway back at two\naway"));

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
    public void Explain_begins_and_ends()
    {
        using var output = Output();
        var observers = new HubObservers();
        var explainer = new Explainer(observers, output, TimeProvider.System);
        const string lines = "explain off\nexplain 127.0.0.1:5000\nexplain [::1]:5\nexplain off\nexplain off\n";
        new OperatorConsole(new StringReader(lines), output, new FakeHub(), explainer, () => { }).Run();
        Assert.Equal(
            """
            nothing is being explained; write explain IP:PORT
            explaining 127.0.0.1:5000; explain off ends it
            explained 127.0.0.1:5000: 0 datagrams
            explaining [::1]:5; explain off ends it
            explained [::1]:5: 0 datagrams
            nothing is being explained; write explain IP:PORT

            """,
            output.ToString());
    }

    [Fact]
    public void Empty_lines_are_answered_with_nothing() => Assert.Equal("", Answer("\n\n  \n"));

    [Fact]
    public void Quit_ends_the_hub_once_and_nothing_is_read_after_it()
    {
        var quits = 0;
        using var input = new StringReader("quit\nstats\n");
        using var output = Output();
        new OperatorConsole(input, output, new FakeHub(), Explainer(), () => quits++).Run();
        Assert.Equal(1, quits);
        Assert.Equal("", output.ToString());
        Assert.Equal("stats", input.ReadLine());
    }

    [Fact]
    public void The_end_of_input_ends_the_console_and_not_the_hub()
    {
        using var input = new StringReader("rooms");
        using var output = Output();
        new OperatorConsole(input, output, new FakeHub(), Explainer(), () => Assert.Fail("the hub was ended")).Run();
        Assert.NotEqual("", output.ToString());
    }

    [Fact]
    public void A_hub_that_does_not_answer_costs_a_line_and_not_the_console()
    {
        using var output = Output();
        new OperatorConsole(new StringReader("clients\nhelp"), output, new FakeHub { IsSilent = true }, Explainer(), () => { }).Run();
        Assert.StartsWith("the hub did not answer in time; ask again\nclients [all]", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_that_goes_away_ends_the_console_quietly() =>
        new OperatorConsole(new GoneReader(), TextWriter.Null, new FakeHub(), Explainer(), () => Assert.Fail("the hub was ended")).Run();

    private static string Answer(string lines, FakeHub? hub = null)
    {
        using var output = Output();
        new OperatorConsole(new StringReader(lines), output, hub ?? new FakeHub(), Explainer(), () => { }).Run();
        return output.ToString();
    }

    private static Explainer Explainer() => new(new HubObservers(), TextWriter.Null, TimeProvider.System);

    private static StringWriter Output() => new() { NewLine = "\n" };

    private sealed class GoneReader : TextReader
    {
        public override int Read() => throw new IOException("EIO");
    }
}
