using Akka.Actor;

namespace Actors.Benchmarks.Engine;

/// <summary>Counts messages up to a number.</summary>
internal class Counter : UntypedActor
{
    private Expect? _expect;

    protected override void OnReceive(object message)
    {
        if (message is Expect expect) _expect = expect;
        else _expect!.Count();
    }

    internal sealed class Expect(int count)
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _received;

        internal int Received => Volatile.Read(ref _received);

        internal Task Done => _done.Task;

        internal void Count()
        {
            Volatile.Write(ref _received, _received + 1);
            if (_received == count) _done.SetResult();
        }
    }

    internal sealed class WithReceiveTimeout : Counter
    {
        public WithReceiveTimeout() => SetReceiveTimeout(TimeSpan.FromMinutes(10));
    }
}
