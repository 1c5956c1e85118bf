using System.Diagnostics;
using System.Text.RegularExpressions;
using Actors.Client.Tests.Fixtures;

namespace Actors.Client.Tests.EndToEnd;

/// <summary>The built client, as its users start it.</summary>
public sealed class ProcessTests
{
    /// <summary>The documents' group chat, as the tutorials have it: silent clients are evicted, answers show Python's bytes.</summary>
    private const string PythonHub = """
        import socket, datetime
        interval = 10
        clients = {}
        server = socket.socket(type=socket.SOCK_DGRAM)
        server.bind(('127.0.0.1', 0))
        print(server.getsockname()[1], flush=True)
        while True:
            data, raddr = server.recvfrom(1024)
            current = datetime.datetime.now().timestamp()
            if data.strip() == b'^hb^':
                clients[raddr] = current
                continue
            if data.strip() == b'quit':
                clients.pop(raddr, None)
                print('left', flush=True)
                continue
            clients[raddr] = current
            msg = 'Ack {}. from {}:{}'.format(data.upper(), *raddr).encode()
            for client in [c for c, seen in clients.items() if current - seen > interval]:
                clients.pop(client)
            for client in clients:
                server.sendto(msg, client)
        """;

    [Fact]
    public void Under_a_pipe_results_are_plain_lines_on_standard_output()
    {
        using var hub = UdpServer.Hub();
        using var client = ClientProgram.UnderPipe("chat", hub.Address);
        client.Write("你好\n");
        client.Output.WaitFor("Ack 你好. from 127.0.0.1:40312\n");
        client.EndInput();

        Assert.Equal(ExitCode.Done, client.Ends());
        hub.WaitFor("quit");
        Assert.DoesNotContain('\u001b', client.Output.Text);
        client.Errors.WaitFor("(end of input): 1 heartbeat and 1 message sent, 1 line heard\n");
    }

    [NeedsFact("kill")]
    public void An_interrupt_says_quit_and_is_no_failure()
    {
        using var hub = UdpServer.Hub();
        using var client = ClientProgram.UnderPipe("chat", hub.Address);
        hub.WaitFor("^hb^");
        client.Errors.WaitFor("quit leaves");
        client.Interrupt();

        Assert.Equal(ExitCode.Done, client.Ends());
        hub.WaitFor("quit");
    }

    [Fact]
    public void A_dead_server_is_one_line_and_exit_code_1()
    {
        using var server = UdpServer.Dead();
        var dead = server.Address;
        using var client = ClientProgram.UnderPipe("time", dead, "--connected");

        Assert.Equal(ExitCode.Peer, client.Ends());
        client.Errors.WaitFor($"connection refused: nobody listens on {dead}\n");
    }

    [NeedsFact("script")]
    public void Under_a_terminal_lines_appear_above_the_one_being_typed()
    {
        using var hub = new UdpServer(
            datagram => datagram.AsSpan().SequenceEqual("^hb^"u8) ? [] : ["Ack 一棵树: 你好. from 127.0.0.1:7"u8.ToArray()]);
        using var client = ClientProgram.UnderTerminal("chat", hub.Address, "--name", "狗哥");
        client.Output.WaitFor("狗哥> ");
        client.Write("hi\r");
        client.Output.WaitFor("127.0.0.1:7");
        client.Write("一狗\u007f棵树");
        client.Output.WaitUntil(
            text => Screen.Of(text).LastRow.EndsWith("狗哥> 一棵树", StringComparison.Ordinal), "the line, with one character taken back");

        // Ctrl+C, as the terminal's driver makes a signal of it.
        client.Write("\u0003");

        Assert.Equal(ExitCode.Done, client.Ends());
        hub.WaitFor("quit");
        Assert.Equal(["^hb^", "狗哥: hi", "quit"], hub.Received);
        Assert.Contains(Screen.Of(client.Output.Text).Rows, row => Regex.IsMatch(row, @"^\d\d:\d\d:\d\d 一棵树 +\| 你好 \(127\.0\.0\.1:7\)$"));
        client.Output.WaitFor("(Ctrl+C): 1 heartbeat and 1 message sent, 1 line heard");
    }

    [NeedsFact("script")]
    public void Under_a_terminal_contacts_are_picked_and_Control_D_ends_it()
    {
        using var dog = UdpServer.Echo();
        var book = Path.GetTempFileName();
        try
        {
            File.WriteAllText(book, $"client.contacts {{ 狗哥 = \"{dog.Address}\" }}");
            using var client = ClientProgram.UnderTerminal("contacts", "--config", book);
            client.Output.WaitFor("who? ");
            client.Write("狗哥\r");
            client.Output.WaitFor("狗哥> ");
            client.Write("hi\r");
            client.Output.WaitFor(": HI");
            client.Write("\u0004");

            Assert.Equal(ExitCode.Done, client.Ends());
        }
        finally
        {
            File.Delete(book);
        }
    }

    [NeedsFact("python3")]
    public void The_documents_Python_server_is_talked_to_as_the_hub_is()
    {
        using var python = Process.Start(new ProcessStartInfo("python3", ["-c", PythonHub]) { RedirectStandardOutput = true })!;
        try
        {
            var address = $"127.0.0.1:{python.StandardOutput.ReadLine()}";
            using var client = ClientProgram.UnderPipe("chat", address, "--connected");
            client.Write("hi\n");
            client.Output.WaitFor("Ack b'HI'. from 127.0.0.1:");
            client.Write("狗\n");
            client.Output.WaitFor(@"Ack b'\xe7\x8b\x97'. from 127.0.0.1:");
            client.Write("quit\n");

            Assert.Equal(ExitCode.Done, client.Ends());
            Assert.Equal("left", python.StandardOutput.ReadLine());
        }
        finally
        {
            python.Kill();
        }
    }
}
