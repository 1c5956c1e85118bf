using Actors.Datagrams;
using Actors.Hub.Sockets;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace Actors.Hub.Tests;

/// <summary>An actor system in virtual time, with datagrams whose leases must all be given back.</summary>
public abstract class HubSpec() : TestKit(TestConfig)
{
    /// <summary>The documents' interval, and the default grace.</summary>
    protected static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10.5);

    /// <summary>How long after the first a client looks at its silence again.</summary>
    protected static readonly TimeSpan SecondLook = TimeSpan.FromMilliseconds(50);

    // 15 s to wait for a message, since other test projects run beside this one.
    private const string TestConfig = """
        akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"
        akka.test.single-expect-default = 15s
        hub.dispatcher.type = Dispatcher
        """;

    protected TestScheduler Clock => (TestScheduler)Sys.Scheduler;

    /// <summary>Where <see cref="Datagram"/> takes its leases from.</summary>
    protected DatagramPool Pool { get; } = new(capacity: 256);

    /// <summary>Where outgoing messages are rented.</summary>
    private protected OutgoingMessagePool Messages { get; } = new(capacity: 256);

    protected ReceivedDatagram Datagram(EndpointKey from, string latin1, DateTimeOffset? at = null)
    {
        Assert.True(Pool.TryRent(out var datagram));
        datagram.Fill(from, Peers.Bytes(latin1), at ?? Clock.Now);
        return datagram;
    }

    protected void EveryLeaseIsBack(DatagramPool? pool = null)
    {
        pool ??= Pool;
        AwaitAssert(() => Assert.Equal(pool.Capacity, pool.Free));
        AwaitAssert(() => Assert.Equal(Messages.Capacity, Messages.Free));
    }
}
