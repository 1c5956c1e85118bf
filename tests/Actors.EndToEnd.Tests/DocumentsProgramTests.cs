using System.Globalization;
using Actors.EndToEnd.Tests.Fixtures;

namespace Actors.EndToEnd.Tests;

/// <summary>Python programs as readers of the documents write them, against the hub that takes their server's place.</summary>
public sealed class DocumentsProgramTests(ServiceHub fixture) : IClassFixture<ServiceHub>
{
    private readonly RunningHub _hub = fixture.Hub;

    [NeedsFact("python3")]
    public void The_uppercase_echo_client() => Assert.Equal(
        ["HELLO", "", "GRüßE 你好"],
        Runs("echo",
            """
            client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            for msg in ('hello', '', 'grüße 你好'):
                client.sendto(msg.encode('utf-8'), server)
                data, addr = client.recvfrom(1024)
                assert addr == server
                print(data.decode('utf-8'))
            """));

    [NeedsFact("python3")]
    public void The_time_client()
    {
        var lines = Runs("time",
            """
            client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            for form in ('', '%Y %X', '今天是%F'):
                client.sendto(form.encode('utf-8'), server)
                print(client.recv(1024).decode('utf-8'))
            """);
        Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$", lines[0]);
        Assert.Matches(@"^\d{4} \d\d:\d\d:\d\d$", lines[1]);
        Assert.Matches(@"^今天是\d{4}-\d\d-\d\d$", lines[2]);
    }

    [NeedsFact("python3")]
    public void The_prefix_client_that_ends_with_q() => Assert.Equal(
        ["server send data:hello", "server send data:", "bye"],
        Runs("prefix",
            """
            client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            for send_data in ('hello', '', 'q'):
                client.sendto(send_data.encode('utf-8'), server)
                if send_data == 'q':
                    break
                print(client.recv(1024).decode('utf-8'))
            client.close()
            print('bye')
            """));

    [NeedsFact("python3")]
    public void The_client_of_ThreadingUDPServer() => Assert.Equal(
        ["xxxx", "xxxx"],
        Runs("canned",
            """
            client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            for msg in (b'hello', b''):
                client.sendto(msg, server)
                print(client.recv(1024).decode('utf-8'))
            """));

    [NeedsFact("python3")]
    public void The_qq_client()
    {
        using var qq = Starts("desk",
            """
            names = {'狗哥': server, '瞎驴': server}
            client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            for name, msg in (('狗哥', '在吗'), ('瞎驴', '吃了吗')):
                client.sendto(msg.encode('utf-8'), names[name])
                back, addr = client.recvfrom(1024)
                print('来自[%s:%s]的一条消息:%s' % (addr[0], addr[1], back.decode('utf-8')))
            """, out var folder);
        using (folder)
        {
            foreach (var (message, answer) in new[] { ("在吗", "在"), ("吃了吗", "吃了") })
            {
                _hub.Process.Output.WaitForLine(message, line => line.EndsWith($": {message}", StringComparison.Ordinal));
                _hub.Process.Type(answer);
            }

            Assert.True(qq.WaitForExit() == 0, qq.Said());
            Assert.Equal([$"来自[{_hub.Of("desk")}]的一条消息:在", $"来自[{_hub.Of("desk")}]的一条消息:吃了"], qq.Output.Lines);
        }
    }

    private IReadOnlyList<string> Runs(string listener, string program)
    {
        using var python = Starts(listener, program, out var folder);
        using (folder)
        {
            Assert.True(python.WaitForExit() == 0, python.Said());
            return python.Output.Lines;
        }
    }

    private ServerProcess Starts(string listener, string program, out TemporaryFolder folder)
    {
        var port = _hub.Of(listener).Port.ToString(CultureInfo.InvariantCulture);
        folder = new TemporaryFolder();
        folder.Write("program.py", $"import socket\nserver = ('127.0.0.1', {port})\n{program}\n");
        return ServerProcess.Run("env", folder.Path, "PYTHONUTF8=1", "python3", "program.py");
    }
}
