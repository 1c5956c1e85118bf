namespace Akka.Dispatch;

/// <summary>
/// What a thread carries on from call to call, and a handler may change: the execution context, and so every <see cref="AsyncLocal{T}"/>, and the
/// synchronization context. It is put back after each turn, as the pool does after each work item: what one actor left behind on the thread is
/// not the next one's, nor that of the thread's owner.
/// </summary>
internal readonly struct Ambience
{
    // Null where the thread's owner keeps its context from flowing: then there is nothing that could be put back.
    private readonly ExecutionContext? _execution;
    private readonly SynchronizationContext? _synchronization;

    private Ambience(ExecutionContext? execution, SynchronizationContext? synchronization)
    {
        _execution = execution;
        _synchronization = synchronization;
    }

    /// <summary>What this thread has now.</summary>
    internal static Ambience Capture() => new(ExecutionContext.Capture(), SynchronizationContext.Current);

    /// <summary>Gives it to the thread again; on the same thread only.</summary>
    internal void PutBack()
    {
        if (_execution is not null && !ReferenceEquals(ExecutionContext.Capture(), _execution)) ExecutionContext.Restore(_execution);
        if (!ReferenceEquals(SynchronizationContext.Current, _synchronization)) SynchronizationContext.SetSynchronizationContext(_synchronization);
    }
}
