using Actors.Datagrams.Internal;
using Actors.Datagrams.Internal.Linux;

namespace Actors.Datagrams;

/// <summary>
/// An immutable snapshot of destinations, which any number of sends, from any thread and by any socket, may share: their native addresses
/// are laid out once, when first sent to, and no send copies them. Make another one when the destinations change.
/// </summary>
/// <remarks>
/// Memory: 24 bytes a destination for its key, and 16 for its native address (28 when an IPv6 socket sends to the list).
/// </remarks>
public sealed class DestinationList
{
    /// <summary>Nobody.</summary>
    public static readonly DestinationList Empty = new([]);

    private readonly EndpointKey[] _endpoints;
    private readonly bool _hasNoPort;
    private readonly bool _hasIPv4;
    private readonly bool _hasIPv6;
    private volatile byte[]? _forIPv4;
    private volatile byte[]? _forIPv6;

    /// <summary>Takes a copy of the endpoints, in their order.</summary>
    /// <param name="endpoints">The destinations; the same one twice is sent to twice.</param>
    public DestinationList(ReadOnlySpan<EndpointKey> endpoints)
    {
        _endpoints = endpoints.ToArray();
        foreach (ref readonly var endpoint in endpoints)
        {
            _hasNoPort |= endpoint.Port == 0;
            _hasIPv4 |= endpoint.IsIPv4;
            _hasIPv6 |= !endpoint.IsIPv4;
        }
    }

    /// <summary>How many there are.</summary>
    public int Count => _endpoints.Length;

    /// <summary>All of them, in their order.</summary>
    public ReadOnlySpan<EndpointKey> Endpoints => _endpoints;

    /// <summary>One of them.</summary>
    /// <param name="index">0 to <see cref="Count"/> less 1.</param>
    /// <exception cref="IndexOutOfRangeException"><paramref name="index"/> is out of range.</exception>
    public EndpointKey this[int index] => _endpoints[index];

    /// <summary>The part of the list that a call names.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part is not within the list.</exception>
    internal ReadOnlySpan<EndpointKey> Part(int first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count - first);
        return _endpoints.AsSpan(first, count);
    }

    /// <summary>Whether such a socket can send to all of them, so that none needs to be asked.</summary>
    internal bool AllSuit(Reach reach) => !_hasNoPort && (reach.IsIPv6 ? reach.DualMode || !_hasIPv4 : !_hasIPv6);

    /// <summary>
    /// The native addresses for a socket of a family, end to end; those that it cannot send to are there too, and mean nothing. Two threads
    /// may both lay them out; either result serves.
    /// </summary>
    internal byte[] NativeAddresses(bool isIPv6) =>
        isIPv6 ? _forIPv6 ??= LayOut(isIPv6) : _forIPv4 ??= LayOut(isIPv6);

    private byte[] LayOut(bool isIPv6)
    {
        var size = LinuxAddress.Size(isIPv6);
        var addresses = GC.AllocateUninitializedArray<byte>(_endpoints.Length * size);
        for (var i = 0; i < _endpoints.Length; i++)
        {
            var address = addresses.AsSpan(i * size, size);
            LinuxAddress.Prepare(address, isIPv6);
            LinuxAddress.Write(_endpoints[i], address, isIPv6);
        }

        return addresses;
    }
}
