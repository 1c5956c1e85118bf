namespace Actors.Client.Load;

/// <summary>Tells which of many sockets have something to read.</summary>
internal interface IReadySockets : IDisposable
{
    /// <summary>Waits until one has.</summary>
    /// <param name="ready">Gets the places of some that have, in the list of sockets.</param>
    /// <param name="atMost">For at most so many nanoseconds; 0 not at all.</param>
    /// <returns>How many.</returns>
    int Wait(Span<int> ready, long atMost);
}
