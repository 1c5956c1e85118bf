using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Actors.Datagrams;
using Actors.Hub.Backplane;
using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace Actors.Hub.Tests.Backplane;

/// <summary>Three hubs of one process with real sockets, in real time.</summary>
public sealed class RealHubsSpecs() : TestKit("hub.dispatcher.type = Dispatcher\nakka.test.single-expect-default = 15s")
{
    private const int Messages = 300;

    private static readonly string[] Names = ["alpha", "bravo", "charlie"];

    [Fact]
    public void What_every_member_says_all_members_of_all_nodes_hear_once_and_each_senders_in_order()
    {
        var exchange = new InProcessExchange();
        var users = Names.Select(name => new User(Hub(exchange, name))).ToList();
        try
        {
            // Until everyone is heard by everyone: the rooms are subscribed.
            AwaitAssert(() =>
            {
                users.ForEach(user => user.Says("hello"));
                Assert.All(users, user => Assert.All(users, other => Assert.True(other.HasHeard("HELLO", user))));
            });

            for (var n = 1; n <= Messages; n++)
            {
                foreach (var user in users)
                {
                    user.Says($"m{n}");
                }

                // No faster than they are heard at home, since datagrams that nobody reads are lost.
                AwaitCondition(() => users.All(user => user.HasHeard($"M{n}", user)), TimeSpan.FromSeconds(15), TimeSpan.FromMilliseconds(1));
            }

            var expected = Enumerable.Range(1, Messages).Select(n => $"M{n}").ToList();
            foreach (var (user, from) in users.SelectMany(user => users, (user, from) => (user, from)))
            {
                AwaitAssert(() => Assert.Equal(expected, user.HeardFrom(from).Where(text => text[0] == 'M')));
            }
        }
        finally
        {
            users.ForEach(user => user.Dispose());
        }
    }

    private EndpointKey Hub(InProcessExchange exchange, string name)
    {
        var options = HubOptions.Default with { Node = new NodeId(name) };
        var socket = DatagramSocket.Bind(new EndpointKey(IPAddress.Loopback, 0));
        Sys.ActorOf(
            HubActor.Props(options, [new BoundListener(options.Listeners[0], socket)], new HubCounters(), backplane: exchange.Connect()), name);
        return socket.LocalEndpoint;
    }

    private sealed class User : IDisposable
    {
        private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        private readonly ConcurrentQueue<string> _heard = [];
        private readonly string _name;

        public User(EndpointKey hub)
        {
            _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            _name = _socket.LocalEndPoint!.ToString()!;
            _socket.Connect(hub.ToIPEndPoint());
            new Thread(Listen) { IsBackground = true, Name = $"user {_name}" }.Start();
        }

        public void Says(string text) => _socket.Send(Encoding.ASCII.GetBytes(text));

        public bool HasHeard(string text, User from) => _heard.Contains($"Ack {text}. from {from._name}");

        public IEnumerable<string> HeardFrom(User from) => _heard
            .Where(line => line.EndsWith($" from {from._name}", StringComparison.Ordinal))
            .Select(line => line[4..line.IndexOf('.', StringComparison.Ordinal)]);

        public void Dispose() => _socket.Dispose();

        private void Listen()
        {
            var buffer = new byte[1_024];
            try
            {
                while (true)
                {
                    _heard.Enqueue(Encoding.ASCII.GetString(buffer, 0, _socket.Receive(buffer)));
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }
    }
}
