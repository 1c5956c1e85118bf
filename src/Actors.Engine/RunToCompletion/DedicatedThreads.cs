using Akka.Util;

namespace Actors.Engine.Dispatch;

/// <summary>Which threads are given to a dispatcher: by their names, as they were when the dispatcher first met them.</summary>
internal sealed class DedicatedThreads(IEnumerable<string> patterns)
{
    private readonly string[] _patterns = [.. patterns];
    // One flag per thread that ever told an actor of this dispatcher something.
    private readonly ThreadLocal<bool?> _known = new();

    internal bool IncludeThisOne
    {
        get
        {
            var thread = Thread.CurrentThread;
            if (thread.IsThreadPoolThread || _patterns.Length == 0) return false;
            return _known.Value ??= IsNamed(thread.Name);
        }
    }

    private bool IsNamed(string? name) => name is not null && _patterns.Any(pattern => WildcardMatch.Like(name, pattern));
}
