namespace Actors.Hub;

/// <summary>The table of <see cref="DropReason"/> for people: the console, metrics and documents show the same words.</summary>
public static class DropReasons
{
    /// <summary>Every reason, by number.</summary>
    public static IReadOnlyList<DropReason> All { get; } = Enum.GetValues<DropReason>();

    /// <summary>What the reason means, in a few words.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a reason of the table.</exception>
    public static string Describe(this DropReason reason) => reason switch
    {
        DropReason.TooLong => "message too long",
        DropReason.RoomFull => "the room was full",
        DropReason.Quarantined => "endpoint in quarantine",
        DropReason.NotAMember => "word to leave, from no member",
        DropReason.ReplyTooLong => "answer would be too long",
        DropReason.WaitingTooMany => "too many waited for a slow service",
        DropReason.FromItself => "forged: from the hub itself",
        DropReason.PoolEmpty => "every receive buffer in use",
        DropReason.ReceiveFailed => "the receive thread failed to hand it on",
        DropReason.KernelBufferFull => "the kernel's receive buffer was full",
        DropReason.LostLease => "queued for a client that stopped",
        DropReason.ClientFailed => "the service failed on it",
        DropReason.ListenerRestarted => "held or being sent when the listener restarted",
        DropReason.HubStopping => "the hub was stopping",
        DropReason.ServiceStopped => "the service was stopped",
        DropReason.DeskUnread => "too many unread at the desk",
        DropReason.DeskForgotten => "too many waited at the desk",
        DropReason.SendWouldBlock => "send buffer full",
        DropReason.SendNoBuffers => "the system had no buffers to send",
        DropReason.SendTooLong => "too long to send",
        DropReason.SendUnreachable => "endpoint unreachable",
        DropReason.SendInvalidDestination => "endpoint cannot be sent to",
        DropReason.SendDenied => "sending not permitted",
        DropReason.SendClosed => "socket closed before sending",
        DropReason.SendOther => "sending failed otherwise",
        DropReason.TooMuchToSend => "too much waited to be sent",
        DropReason.MemberLeft => "the member left before it was sent",
        DropReason.BackplaneQueueFull => "too much waited to cross to other nodes",
        DropReason.BackplaneRefused => "the broker refused to carry it",
        DropReason.BackplaneBusy => "came or was to cross too fast",
        DropReason.BackplaneForeign => "no node of ours wrote it",
        DropReason.BackplaneNewsRefused => "the backplane took no more news",
        DropReason.BackplaneNotHeard => "from a node that is not heard",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "not a reason of the table"),
    };
}
