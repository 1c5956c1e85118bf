using Akka.Dispatch;

namespace Actors.Engine.Tests.Workers;

public sealed class RunQueueTests
{
    private readonly RunQueue _queue = new();

    [Fact]
    public void Who_comes_first_is_taken_first_over_any_growth()
    {
        // More than its array holds at first, and not from the array's beginning.
        for (var i = 0; i < 200; i++) _queue.Push(new Item(-1));
        for (var i = 0; i < 200; i++) _queue.Take();
        for (var i = 0; i < 2_000; i++) _queue.Push(new Item(i));
        Assert.Equal(2_000, _queue.Count);
        for (var i = 0; i < 2_000; i++) Assert.Equal(i, Number(_queue.Take()));
        Assert.Null(_queue.Take());
        Assert.True(_queue.IsEmpty);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(7, 4)]
    [InlineData(10_000, 256)]
    public void Another_takes_the_first_half_up_to_a_limit(int count, int taken)
    {
        for (var i = 0; i < count; i++) _queue.Push(new Item(i));
        var other = new RunQueue();
        Assert.Equal(count > 0, other.TakeHalfOf(_queue));
        Assert.Equal(taken, other.Count);
        for (var i = 0; i < taken; i++) Assert.Equal(i, Number(other.Take()));
        for (var i = taken; i < count; i++) Assert.Equal(i, Number(_queue.Take()));
    }

    [Fact]
    public void A_trimmed_queue_holds_on_to_nothing_that_was_in_it()
    {
        var references = Enumerable.Range(0, 1_000).Select(i => Pushed(i)).ToArray();
        var other = new RunQueue();
        while (other.TakeHalfOf(_queue))
        {
        }

        while (other.Take() is not null)
        {
        }

        _queue.Trim();
        other.Trim();
        GC.Collect();
        Assert.DoesNotContain(references, reference => reference.IsAlive);

        WeakReference Pushed(int i)
        {
            var item = new Item(i);
            _queue.Push(item);
            return new WeakReference(item);
        }
    }

    /// <summary>
    /// One puts in, all take out. A queue that is linearizable gives each out once, and to each taker in the order in which they came in.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Each_is_taken_once_and_in_order_however_owner_and_thieves_interleave(int seed)
    {
        const int Items = 200_000;
        var random = new Random(seed);
        var taken = new int[Items];
        var faults = 0;
        var over = false;
        var thieves = Enumerable.Range(0, 2).Select(_ => new Thread(() =>
        {
            var own = new RunQueue();
            var last = -1;
            while (!Volatile.Read(ref over) || !_queue.IsEmpty)
            {
                if (!own.TakeHalfOf(_queue)) Thread.Yield();
                while (own.Take() is { } run) Note(Number(run), ref last);
            }
        })).ToArray();
        foreach (var thief in thieves) thief.Start();

        var (pushed, lastOfOwner) = (0, -1);
        while (pushed < Items)
        {
            // Bursts of up to a few arrays' length.
            for (var burst = Math.Min(random.Next(700), Items - pushed); burst > 0; burst--) _queue.Push(new Item(pushed++));
            for (var burst = random.Next(400); burst > 0 && _queue.Take() is { } run; burst--) Note(Number(run), ref lastOfOwner);
        }

        Volatile.Write(ref over, true);
        foreach (var thief in thieves) thief.Join();
        Assert.Equal(0, faults);
        Assert.All(taken, times => Assert.Equal(1, times));

        void Note(int number, ref int last)
        {
            if (number <= last) Interlocked.Increment(ref faults);
            last = number;
            Interlocked.Increment(ref taken[number]);
        }
    }

    private static int Number(IRunnable? run) => Assert.IsType<Item>(run).Number;

    private sealed record Item(int Number) : IRunnable
    {
        public void Run() { }

        public void Execute() { }
    }
}
