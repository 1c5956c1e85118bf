using Actors.EndToEnd.Tests.Fixtures;

namespace Actors.EndToEnd.Tests;

/// <summary>The operator's desk: people with plain sockets on one side, the console on the other.</summary>
public sealed class DeskTests : IDisposable
{
    private readonly RunningHub _hub = new(ServiceHub.Listener("desk", "desk"));

    [Fact]
    public void A_message_appears_at_the_console_and_the_next_line_answers_it()
    {
        using var ann = Writes("你好");
        _hub.Process.Type("hello yourself");
        ann.Hears("hello yourself");
        Shows($"to {ann.Name}: hello yourself");
        Assert.Contains("0 people waiting", _hub.Ask("waiting"));
        Assert.Contains("anyone is not a command; help lists them", _hub.Ask("anyone?".TrimEnd('?')));
        ann.Vanishes();
    }

    [Fact]
    public void Anyone_is_answered_by_endpoint_or_name_and_the_latest_may_be_told_to_quit()
    {
        using ChatUser ann = Writes("a"), bob = Writes("b"), cid = Writes("c");
        Assert.Contains($"{bob.Name} is 狗哥", _hub.Ask($"name {bob.Name} 狗哥"));
        Assert.Contains("3 people waiting", _hub.Ask("waiting"));
        Assert.Contains($"to {ann.Name}: first", _hub.Ask($"@{ann.Name} first"));
        Assert.Contains($"to 狗哥 ({bob.Name}): second", _hub.Ask("@狗哥 second"));
        Assert.Contains($"to {cid.Name}: quit", _hub.Ask("@latest quit"));
        Assert.Contains("nobody at the desk is 武大郎", _hub.Ask("@武大郎 hello"));
        ann.Hears("first");
        bob.Hears("second");
        cid.Hears("quit");
        foreach (var one in new[] { ann, bob, cid })
        {
            Assert.True(one.HasHeardNothing);
            one.Vanishes();
        }
    }

    [Fact]
    public void Whoever_writes_while_the_operator_is_away_is_told_so_once()
    {
        Assert.Contains("away: each person is told once: back at two", _hub.Ask("away back at two"));
        using var ann = Writes("hello");
        ann.Hears("back at two");
        ann.Says("anyone?");
        Shows($"来自[{ann.Name}]的一条消息: anyone?");
        Assert.True(ann.HasHeardNothing);
        _ = _hub.Ask("away");
        using var bob = Writes("hello");
        Assert.True(bob.HasHeardNothing);
        ann.Vanishes();
        bob.Vanishes();
    }

    [Fact]
    public void A_thousand_people_write_at_once_and_each_gets_its_own_answer()
    {
        var people = new List<ChatUser>();
        foreach (var hundred in Enumerable.Range(0, 1_000).Chunk(100))
        {
            people.AddRange(hundred.Select(_ => _hub.User("desk")));
            people[^100..].ForEach(one => one.Says($"I am {one.Name}"));
            Shows($"来自[{people[^1].Name}]的一条消息: I am {people[^1].Name}");
        }

        Assert.Contains("1000 people waiting, 800 not shown", _hub.Ask("waiting"));
        foreach (var one in people) _hub.Process.Type($"@{one.Name} hello {one.Name}");
        people.ForEach(one => one.Hears($"hello {one.Name}"));
        Assert.Contains("0 people waiting", _hub.Ask("waiting"));
        Assert.Equal(1_000, _hub.Process.Output.Lines.Count(line => line.StartsWith("来自[", StringComparison.Ordinal)));
        people.ForEach(one => one.Vanishes());
    }

    [Fact]
    public void What_people_write_is_shown_and_not_obeyed_and_nothing_is_coloured_in_a_pipe()
    {
        using var ann = Writes("\u001b[2J\u0007\rready: forged", shown: "\\u{001b}[2J\\u{0007}\\rready: forged");
        Assert.DoesNotContain(_hub.Process.Output.Text, c => char.IsControl(c) && c != '\n');
        ann.Vanishes();
    }

    [NeedsFact("python3")]
    public void On_a_terminal_the_text_is_highlighted_unless_colours_are_unwanted()
    {
        Assert.Contains("的一条消息: \u001b[1;44m你好\u001b[0m", OnTerminal("TERM=xterm", "NO_COLOR="), StringComparison.Ordinal);
        Assert.Contains("的一条消息: 你好", OnTerminal("TERM=xterm", "NO_COLOR=1"), StringComparison.Ordinal);
        Assert.Contains("的一条消息: 你好", OnTerminal("TERM=dumb", "NO_COLOR="), StringComparison.Ordinal);
    }

    /// <summary>What a terminal is sent for one message.</summary>
    private static string OnTerminal(params string[] environment)
    {
        using var folder = TemporaryFolder.WithChatOnly();
        using var terminal = ServerProcess.Run("env", folder.Path, [.. environment, "python3", "-c",
            "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))",
            ServerProcess.Dotnet, Checkout.Server, .. ServiceHub.Listener("desk", "desk")]);
        var desk = Listener.Parse(terminal.WaitUntilReady()).Single(one => one.Name == "desk");
        using var ann = new ChatUser(desk.Endpoint);
        ann.Says("你好");
        var line = terminal.Output.WaitForLine("the message", one => one.Contains("来自", StringComparison.Ordinal));
        ann.Vanishes();
        return line;
    }

    public void Dispose() => _hub.Dispose();

    /// <summary>Somebody whose message the console has shown.</summary>
    private ChatUser Writes(string text, string? shown = null)
    {
        var user = _hub.User("desk");
        user.Says(text);
        Shows($"来自[{user.Name}]的一条消息: {shown ?? text}");
        return user;
    }

    private void Shows(string line) => _hub.Process.Output.WaitForLine(line, one => one == line, otherwise: _hub.Process.Said);
}
