using Actors.Client.Tests.Fixtures;

namespace Actors.Client.Tests.Commands;

public sealed class ContactsCommandTests : IDisposable
{
    private readonly string _book = Path.GetTempFileName();

    public void Dispose() => File.Delete(_book);

    [Fact]
    public async Task One_talks_by_name_and_by_number_and_quit_leads_back_and_out()
    {
        using var dog = UdpServer.Echo();
        using var donkey = UdpServer.Saying("嘿");
        Write($"狗哥 = \"{dog.Address}\", 瞎驴 = \"{donkey.Address}\"");
        var (exitCode, terminal) = await ClientRun.ToEnd("狗哥\nhi\nyou\nquit\n2\n你好\nquit\nquit\n", "contacts", "--config", _book);

        Assert.Equal(ExitCode.Done, exitCode);
        string[] list = [$"1 狗哥 {dog.Address}", $"2 瞎驴 {donkey.Address}"];
        Assert.Equal([.. list, "狗哥: HI", "狗哥: YOU", .. list, "瞎驴: 嘿", .. list], terminal.Output.Lines);
        Assert.Equal(["hi", "you"], dog.Received);
        Assert.Equal(["你好"], donkey.Received);
    }

    [Fact]
    public async Task An_unknown_name_is_refused_with_a_list()
    {
        Write("狗哥 = \"127.0.0.1:1\", 瞎驴 = \"127.0.0.1:2\"");
        var (_, terminal) = await ClientRun.ToEnd("猫\u001b\n3\n", "contacts", "--config", _book);

        Assert.Equal(["no contact '猫\\u{001b}'; there are: 1 狗哥, 2 瞎驴", "no contact '3'; there are: 1 狗哥, 2 瞎驴"], terminal.Errors.Lines);
    }

    [Fact]
    public async Task An_unanswered_message_says_so()
    {
        using var silent = UdpServer.Silent();
        Write($"狗哥 = \"{silent.Address}\"");
        var (exitCode, terminal) = await ClientRun.ToEnd("1\nhi\nquit\n", "contacts", "--config", _book, "--timeout", "100ms");

        Assert.Equal(ExitCode.Peer, exitCode);
        Assert.Contains($"no answer from 狗哥 ({silent.Address}) within 100 ms", terminal.Errors.Lines);
    }

    [Fact]
    public async Task A_dead_contact_leads_back_to_the_list_when_connected()
    {
        using var donkey = UdpServer.Echo();
        using var server = UdpServer.Dead();
        var dead = server.Address;
        Write($"狗哥 = \"{dead}\", 瞎驴 = \"{donkey.Address}\"");
        var (exitCode, terminal) = await ClientRun.ToEnd("狗哥\nhi\n瞎驴\nhi\n", "contacts", "--config", _book, "--connected");

        Assert.Equal(ExitCode.Peer, exitCode);
        Assert.Contains($"狗哥: connection refused: nobody listens on {dead}", terminal.Errors.Lines);
    }

    [Fact]
    public async Task At_a_terminal_the_list_is_a_table_whose_columns_stand()
    {
        Write("狗哥 = \"127.0.0.1:1\", bob = \"127.0.0.1:2\", 一棵树 = \"127.0.0.1:3\"");
        var terminal = new FakeTerminal(isInteractive: true);
        var run = ClientRun.Start(terminal, "contacts", "--config", _book);
        terminal.Enter("quit");

        Assert.Equal(ExitCode.Done, await run.Ends());
        var rows = Screen.Of(terminal.Output.Text).Rows.Where(row => row.Contains("127.0.0.1:", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, rows.Count);
        Assert.Single(rows.Select(row => Client.Text.CellWidth.Of(row.AsSpan(0, row.IndexOf("127", StringComparison.Ordinal)))).Distinct());
    }

    private void Write(string contacts) => File.WriteAllText(_book, $"client.contacts {{ {contacts} }}");
}
