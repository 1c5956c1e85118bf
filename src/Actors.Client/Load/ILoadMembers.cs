using Actors.Datagrams;

namespace Actors.Client.Load;

/// <summary>
/// The members' ends of the network, numbered from 0. For one thread. Sending and receiving allocate nothing.
/// </summary>
internal interface ILoadMembers : IDisposable
{
    /// <summary>How the members reach the hub: for the report.</summary>
    string Description { get; }

    /// <summary>What may make the figures worse than the hub is, in one line; null where nothing does.</summary>
    string? Concern { get; }

    /// <summary>Datagrams that the kernel dropped because we did not read in time; 0 where the system does not say.</summary>
    long KernelDropped { get; }

    /// <summary>Datagrams that the system took to send.</summary>
    long Sent { get; }

    /// <summary>Datagrams that this machine refused to send.</summary>
    long Refused { get; }

    /// <summary>Datagrams that were received, those of strangers included.</summary>
    long Received { get; }

    /// <summary>Datagrams that did not come from the hub.</summary>
    long Strangers { get; }

    /// <summary>Where a member is, as the hub sees it.</summary>
    EndpointKey EndpointOf(int member);

    /// <summary>Has a member send a datagram: at the next <see cref="Flush"/>, or before.</summary>
    void Send(int member, ReadOnlySpan<byte> payload);

    /// <summary>Sends what waits.</summary>
    void Flush();

    /// <summary>Waits for datagrams, and takes some of those that are there, in their order for each member.</summary>
    /// <param name="atMost">How long to wait, in nanoseconds; 0 or less not at all.</param>
    /// <returns>How many; they stay until the next call.</returns>
    int Receive(long atMost);

    /// <summary>Who heard one of them; -1 for a stranger's.</summary>
    int MemberOf(int index);

    /// <summary>What.</summary>
    ReadOnlySpan<byte> DatagramOf(int index);
}
