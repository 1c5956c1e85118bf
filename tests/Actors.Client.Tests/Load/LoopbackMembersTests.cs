using System.Net;
using System.Text;
using Actors.Client.Load;
using Actors.Client.Load.Linux;
using Actors.Client.Tests.Fixtures;

namespace Actors.Client.Tests.Load;

/// <summary>Many members on one socket, against a server that answers each of them.</summary>
public sealed class LoopbackMembersTests
{
    private const long Patience = 20_000_000_000;

    [LinuxFact]
    public void Each_member_has_an_address_of_its_own_and_hears_what_is_meant_for_it()
    {
        using var server = new UdpServer((_, from) => [Encoding.ASCII.GetBytes(from.ToString())]);
        using var members = new LoopbackMembers(Load(server, members: 600));
        for (var member = 0; member < 600; member += 100) members.Send(member, "who am I?"u8);
        members.Flush();

        var heard = new SortedDictionary<int, string>();
        while (heard.Count < 6)
        {
            var received = members.Receive(Patience);
            for (var i = 0; i < received; i++) heard.Add(members.MemberOf(i), Encoding.ASCII.GetString(members.DatagramOf(i)));
        }

        Assert.Equal(Enumerable.Range(0, 6).Select(n => n * 100), heard.Keys);
        Assert.All(heard, one => Assert.Equal(members.EndpointOf(one.Key).ToString(), one.Value));
        Assert.StartsWith("127.1.0.0:", heard[0], StringComparison.Ordinal);
        Assert.StartsWith("127.1.1.244:", heard[500], StringComparison.Ordinal);
        Assert.Equal((6L, 6L, 0L), (members.Sent, members.Received, members.Strangers));
    }

    [LinuxFact]
    public void A_strangers_datagram_is_nobodys()
    {
        using var server = UdpServer.Silent();
        using var members = new LoopbackMembers(Load(server, members: 2));
        using var socket = new System.Net.Sockets.UdpClient();
        socket.Send("hello"u8, members.EndpointOf(1).ToIPEndPoint());

        while (members.Receive(Patience) == 0)
        {
        }

        Assert.Equal(-1, members.MemberOf(0));
        Assert.Equal(1, members.Strangers);
    }

    [LinuxFact]
    public void Sending_and_hearing_allocate_nothing()
    {
        using var server = UdpServer.Hub();
        var options = Load(server, members: 8);
        using var members = new LoopbackMembers(options);
        var accounts = new LoadAccounts(options);
        var line = new byte[options.Payload];
        RoundTrips(10);
        var before = GC.GetAllocatedBytesForCurrentThread();
        RoundTrips(200);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void RoundTrips(int count)
        {
            for (var i = 0; i < count; i++)
            {
                var number = accounts.Say(i);
                LoadLine.Write(line, 7, number, i);
                members.Send((int)(number % 8), line);
                members.Flush();
                while (members.Receive(Patience) == 0)
                {
                }

                Assert.True(LoadLine.TryRead(members.DatagramOf(0), 7, out var heard, out var saidAt));
                accounts.Hear(members.MemberOf(0), heard, saidAt, i);
                accounts.Flights.Expire(now: long.MaxValue);
            }
        }
    }

    private static LoadOptions Load(UdpServer server, int members) => new(
        IPEndPoint.Parse(server.Address), members, Senders: 1, Payload: 64, Window: 4, Rate: 0, TimeSpan.FromSeconds(5), TimeSpan.Zero,
        TimeSpan.Zero, TimeSpan.FromSeconds(1), long.MaxValue, ServerPid: null, SilentShare: 0, TimeSpan.Zero);
}
