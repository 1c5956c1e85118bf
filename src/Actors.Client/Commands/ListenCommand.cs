using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Actors.Client.Text;
using Actors.Datagrams;
using Spectre.Console;

namespace Actors.Client.Commands;

/// <summary>
/// Shows each datagram that reaches a port, as what UDP delivers: whole, one at a time, never two in one and never half a one. The brackets
/// are its boundary: <c>#2 127.0.0.1:40312 5 bytes [hello]</c>.
/// </summary>
internal sealed class ListenCommand : ClientCommand
{
    private const int BufferBytes = 65_535;

    private readonly Argument<int> _port = Parsing.NumberArgument(
        "PORT", "The port; 0 takes a free one, and says which.", 0, ushort.MaxValue);
    private readonly Option<int?> _count = Parsing.Number("--count", "Stop after N datagrams.", 1, int.MaxValue);
    private readonly Option<bool> _hex = new("--hex") { Description = "Show the bytes in hexadecimal too." };
    private readonly Option<IPAddress> _host = new("--host")
    {
        Description = "The address to listen on; 0.0.0.0 or :: for every one of this machine.",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = result => IPAddress.TryParse(Parsing.Word(result), out var address)
            ? address
            : Parsing.Refuse<IPAddress>(result, $"expected an address, such as 127.0.0.1 or ::1, and not '{Parsing.Word(result)}'"),
    };

    public ListenCommand(ClientServices services, GlobalOptions globals)
        : base(
            "listen",
            "Print each datagram that comes in, with its number, sender, length and boundary; answers nothing.",
            services,
            globals)
    {
        Arguments.Add(_port);
        Options.Add(_host);
        Options.Add(_count);
        Options.Add(_hex);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, ClientSession session, CancellationToken stop)
    {
        using var socket = Bind(new IPEndPoint(parsed.GetRequiredValue(_host), parsed.GetValue(_port)));
        var local = EndpointKey.From((IPEndPoint)socket.LocalEndPoint!);
        session.Output.Note($"listening on udp {local}", JsonLine.Of("listening").With("on", local.ToString()));

        var buffer = new byte[BufferBytes];
        var any = new IPEndPoint(socket.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0);
        var number = 0L;
        try
        {
            while (number < (parsed.GetValue(_count) ?? long.MaxValue))
            {
                SocketReceiveFromResult received;
                try
                {
                    received = await socket.ReceiveFromAsync(buffer, SocketFlags.None, any, stop).ConfigureAwait(false);
                }
                catch (SocketException)
                {
                    continue; // a peer's ICMP error, on Windows: nothing that stops a listener
                }

                var from = EndpointKey.From((IPEndPoint)received.RemoteEndPoint);
                var bytes = buffer[..received.ReceivedBytes];
                session.Tap?.Received(local, from, bytes);
                Print(session, ++number, from, bytes, parsed.GetValue(_hex));
            }
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is how one stops listening.
        }

        session.Output.Note($"{number} datagram{(number == 1 ? "" : "s")} received", JsonLine.Of("stopped").With("datagrams", number));
        return ExitCode.Done;
    }

    private static Socket Bind(IPEndPoint local)
    {
        var socket = new Socket(local.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.Bind(local);
            return socket;
        }
        catch (SocketException fault)
        {
            socket.Dispose();
            throw Network.SocketFaults.OfBinding(fault.SocketErrorCode, EndpointKey.From(local));
        }
    }

    private static void Print(ClientSession session, long number, EndpointKey from, byte[] bytes, bool hex)
    {
        var text = PeerText.Show(bytes);
        var length = string.Create(CultureInfo.InvariantCulture, $"{bytes.Length} byte{(bytes.Length == 1 ? "" : "s")}");
        string[] rows = hex ? [.. HexDump.Rows(bytes)] : [];
        var json = JsonLine.Of("datagram").With("number", number).With("from", from.ToString()).WithDatagram(bytes, hex);
        session.Output.Say(
            string.Join('\n', rows.Prepend($"#{number} {from} {length} [{text}]")),
            json,
            string.Join('\n', rows.Select(Markup.Escape).Prepend(
                $"[grey]#{number}[/] [teal]{Markup.Escape(from.ToString())}[/] {length} [yellow][[[/]{Markup.Escape(text)}[yellow]]][/]")));
    }
}
