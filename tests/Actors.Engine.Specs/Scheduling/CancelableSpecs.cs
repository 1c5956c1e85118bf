using Actors.Engine.Specs.Support;
using Akka.Actor;

namespace Actors.Engine.Specs.Scheduling;

public sealed class CancelableSpecs : SystemSpecs
{
    [Fact]
    public void Cancelling_cancels_the_token_whenever_it_was_asked_for()
    {
        var early = new Cancelable(System.Scheduler);
        var token = early.Token;
        Assert.False(token.IsCancellationRequested);
        early.Cancel();
        Assert.True(token.IsCancellationRequested);

        var late = new Cancelable(System.Scheduler);
        late.Cancel();
        Assert.True(late.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task It_cancels_after_a_delay()
    {
        var cancelable = new Cancelable(System.Scheduler, TimeSpan.FromMilliseconds(20));
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancelable.Token.Register(cancelled.SetResult);
        await cancelled.Task.WaitAsync(Patience);
        Assert.True(cancelable.IsCancellationRequested);
        Assert.Throws<ArgumentOutOfRangeException>(() => cancelable.CancelAfter(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => cancelable.CancelAfter(TimeSpan.FromMilliseconds(-1)));
    }

    [Fact]
    public void A_linked_one_is_cancelled_with_any_that_it_is_linked_to_and_not_the_other_way()
    {
        var (one, two) = (new Cancelable(System.Scheduler), new Cancelable(System.Scheduler));
        var linked = Cancelable.CreateLinkedCancelable(System.Scheduler, one, two);
        Assert.False(linked.IsCancellationRequested);
        two.Cancel();
        Assert.True(linked.IsCancellationRequested);
        Assert.False(one.IsCancellationRequested);
        Cancelable.CreateLinkedCancelable(System.Scheduler, one).Cancel();
        Assert.False(one.IsCancellationRequested);
    }

    [Fact]
    public void One_that_was_disposed_refuses_to_be_used()
    {
        var cancelable = new Cancelable(System.Scheduler);
        cancelable.Dispose();
        Assert.True(cancelable.IsDisposed);
        Assert.Throws<ObjectDisposedException>(cancelable.Cancel);
        Assert.Throws<ObjectDisposedException>(() => cancelable.CancelAfter(10));
    }

    [Fact]
    public void One_that_is_cancelled_from_the_start_stays_so()
    {
        var cancelled = Cancelable.CreateCanceled();
        Assert.True(cancelled.IsCancellationRequested);
        Assert.True(cancelled.Token.IsCancellationRequested);
        cancelled.CancelIfNotNull();
        ((ICancelable?)null).CancelIfNotNull();
    }
}
