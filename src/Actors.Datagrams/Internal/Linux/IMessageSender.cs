using static Actors.Datagrams.Internal.Linux.LinuxCalls;

namespace Actors.Datagrams.Internal.Linux;

/// <summary>What <see cref="ManySender"/> asks of the kernel: the seam at which a test refuses what it likes.</summary>
internal unsafe interface IMessageSender
{
    /// <summary>Sends messages in their order, until one is refused.</summary>
    /// <param name="messages">The first of them.</param>
    /// <param name="count">How many, 1 or more.</param>
    /// <param name="refusal">Why the first one was refused, when it was; why a later one was is told when it is asked for first.</param>
    /// <returns>How many were taken; 0 when the first one was refused.</returns>
    int Send(MessageHeader* messages, int count, out SendRefusal refusal);

    /// <summary>Waits for room in the send buffer, for no longer than is left of the call's budget.</summary>
    /// <returns>Whether it is worth trying again.</returns>
    bool WaitForRoom(ref TimeSpan budget);
}
