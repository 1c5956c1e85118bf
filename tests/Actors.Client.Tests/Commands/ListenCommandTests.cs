using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Actors.Client.Tests.Fixtures;

namespace Actors.Client.Tests.Commands;

public sealed partial class ListenCommandTests
{
    [Fact]
    public async Task Each_datagram_is_shown_with_its_number_sender_length_and_boundary()
    {
        var terminal = new FakeTerminal();
        var run = ClientRun.Start(terminal, "listen", "0", "--count", "4", "--hex");
        using var sender = Sender(terminal, out var from);
        sender.Send("hello"u8);
        sender.Send(ReadOnlySpan<byte>.Empty);
        sender.Send(new byte[] { 0xff, 0x1b });
        sender.Send(new byte[65_507]);

        Assert.Equal(ExitCode.Done, await run.Ends());
        Assert.Equal(
            [
                $"#1 {from} 5 bytes [hello]",
                "  0000  68 65 6c 6c 6f                                   hello",
                $"#2 {from} 0 bytes []",
                $"#3 {from} 2 bytes [\\xff\\u{{001b}}]",
                "  0000  ff 1b                                            ..",
            ],
            terminal.Output.Lines.Take(5));
        Assert.StartsWith($"#4 {from} 65507 bytes [", terminal.Output.Lines[5], StringComparison.Ordinal);
        Assert.EndsWith("4 datagrams received\n", terminal.Errors.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_C_ends_it_well()
    {
        var terminal = new FakeTerminal();
        var run = ClientRun.Start(terminal, "listen", "0");
        using var sender = Sender(terminal, out _);
        sender.Send("x"u8);
        terminal.Output.WaitFor("#1");
        terminal.PressControlC();

        Assert.Equal(ExitCode.Done, await run.Ends());
        Assert.EndsWith("1 datagram received\n", terminal.Errors.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_line()
    {
        using var server = UdpServer.Silent();
        var (exitCode, terminal) = await ClientRun.ToEnd("", "listen", server.Address.Split(':')[1]);

        Assert.Equal(ExitCode.System, exitCode);
        Assert.StartsWith($"port taken: another program listens on {server.Address}", Assert.Single(terminal.Errors.Lines));
    }

    private static Socket Sender(FakeTerminal terminal, out string from)
    {
        terminal.Errors.WaitFor("listening on udp ");
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Connect(IPEndPoint.Parse(Listening().Match(terminal.Errors.Text).Groups[1].Value));
        from = socket.LocalEndPoint!.ToString()!;
        return socket;
    }

    [GeneratedRegex(@"listening on udp (\S+)")]
    private static partial Regex Listening();
}
