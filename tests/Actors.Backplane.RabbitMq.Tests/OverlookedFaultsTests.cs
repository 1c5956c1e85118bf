using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Actors.Backplane.RabbitMq.Sessions;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace Actors.Backplane.RabbitMq.Tests;

/// <summary>Tasks that fail and that nobody looks at, until the collector finds them.</summary>
public sealed class OverlookedFaultsTests : IDisposable
{
    private readonly ConcurrentQueue<Exception> _told = [];
    private readonly ConcurrentDictionary<Exception, bool> _found = [];
    private readonly OverlookedFaults _overlooked;

    public OverlookedFaultsTests()
    {
        // In this order: what is found has been looked at before, or not.
        _overlooked = new OverlookedFaults(_told.Enqueue);
        TaskScheduler.UnobservedTaskException += Find;
    }

    public void Dispose()
    {
        TaskScheduler.UnobservedTaskException -= Find;
        _overlooked.Dispose();
    }

    [Fact]
    public void A_failure_of_the_librarys_own_is_observed_and_told()
    {
        var fault = new OperationInterruptedException(new ShutdownEventArgs(ShutdownInitiator.Library, 541, "the connection closed"));
        Assert.True(IsObserved(fault));
        Assert.Contains(_told, told => told.InnerException == fault);
    }

    [Fact]
    public async Task So_is_one_of_the_systems_that_was_thrown_in_the_library()
    {
        var unreachable = await Assert.ThrowsAsync<BrokerUnreachableException>(
            () => new ConnectionFactory { Uri = new Uri("amqp://127.0.0.1:1") }.CreateConnectionAsync());
        Exception fault = unreachable;
        while (fault is not SocketException) fault = fault.InnerException!;
        Assert.True(IsObserved(fault));
    }

    [Fact]
    public void Whatever_is_not_the_librarys_is_left_alone()
    {
        Exception[] others =
        [
            new InvalidOperationException("somebody's mistake"),
            Thrown(new IOException("somebody's file")),
            new TimeoutException("thrown nowhere"),
            new AggregateException(new ChannelAllocationException(1), new InvalidOperationException("one of two")),
        ];
        Assert.All(others, fault => Assert.False(IsObserved(fault)));
        Assert.DoesNotContain(_told, told => others.Contains(told.InnerException));
    }

    [Fact]
    public void Once_disposed_it_looks_at_nothing()
    {
        _overlooked.Dispose();
        Assert.False(IsObserved(new ChannelAllocationException(1)));
    }

    private void Find(object? sender, UnobservedTaskExceptionEventArgs e) => _found[e.Exception.InnerException!] = e.Observed;

    /// <summary>Has a task fail by it that nobody looks at, and waits until the collector has found that.</summary>
    private bool IsObserved(Exception fault)
    {
        Drop(fault);
        for (var rounds = 0; !_found.ContainsKey(fault); rounds++)
        {
            Assert.True(rounds < 20, "the collector has not found it");
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return _found[fault];
    }

    // Not inlined: nothing of it may stay on the caller's stack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(Exception fault) => Task.FromException(fault);

    private static Exception Thrown(Exception fault)
    {
        try
        {
            throw fault;
        }
        catch (IOException e)
        {
            return e;
        }
    }
}
