namespace Actors.Hub;

/// <summary>
/// Why a datagram, received or to be sent, went no further. The numbers are stable: metrics and documents name them.
/// 10 to 19: what a peer sent; 20 to 29: the hub's own bounds and accidents; 30 to 39: the system refused to send;
/// 40 to 49: what waited to be sent; 50 to 59: what was to cross between nodes, counted once however many were to hear it.
/// </summary>
public enum DropReason
{
    /// <summary>The message was longer than <see cref="HubLimits.MessageBytes"/>; its sender was told.</summary>
    TooLong = 10,

    /// <summary>The room was full; the sender was told, at most once a second.</summary>
    RoomFull = 11,

    /// <summary>The endpoint is in quarantine.</summary>
    Quarantined = 12,

    /// <summary>A word to leave, from an endpoint that is not a member.</summary>
    NotAMember = 13,

    /// <summary>The answer to it would have been longer than a service gives; its sender was told.</summary>
    ReplyTooLong = 14,

    /// <summary>As much as may wait for a slow service (<see cref="ServiceOptions.Delay"/>) waited already.</summary>
    WaitingTooMany = 15,

    /// <summary>It bore an address of the hub's own, so it was forged; an answer would have gone round for ever.</summary>
    FromItself = 16,

    /// <summary>Every buffer of <see cref="HubLimits.DatagramsInFlight"/> was in use when it arrived.</summary>
    PoolEmpty = 20,

    /// <summary>The listener's receive thread failed to hand it on.</summary>
    ReceiveFailed = 21,

    /// <summary>The kernel's receive buffer was full (counted where the kernel tells).</summary>
    KernelBufferFull = 22,

    /// <summary>It was still queued for a client that stopped.</summary>
    LostLease = 23,

    /// <summary>The service threw while it heard the datagram.</summary>
    ClientFailed = 24,

    /// <summary>It was held for an endpoint, or being sent, when the listener's actor restarted.</summary>
    ListenerRestarted = 25,

    /// <summary>The hub had said Bye! already.</summary>
    HubStopping = 26,

    /// <summary>A peer had stopped the service (<see cref="ServiceOptions.StopOnQ"/>).</summary>
    ServiceStopped = 27,

    /// <summary>Too many messages were unread at the desk; the oldest went.</summary>
    DeskUnread = 28,

    /// <summary>Too many people waited at the desk; the one who had waited longest was forgotten.</summary>
    DeskForgotten = 29,

    /// <summary>The socket's send buffer was full.</summary>
    SendWouldBlock = 30,

    /// <summary>The system had no buffer for it.</summary>
    SendNoBuffers = 31,

    /// <summary>More bytes than a datagram to that endpoint may hold.</summary>
    SendTooLong = 32,

    /// <summary>No route to the endpoint, or nobody listens there.</summary>
    SendUnreachable = 33,

    /// <summary>An address that cannot be sent to, such as port 0.</summary>
    SendInvalidDestination = 34,

    /// <summary>Not permitted: a broadcast address, or a firewall that says no.</summary>
    SendDenied = 35,

    /// <summary>The listener's socket was closed already.</summary>
    SendClosed = 36,

    /// <summary>Another refusal of the system's.</summary>
    SendOther = 39,

    /// <summary>As much as may wait to be sent waited already.</summary>
    TooMuchToSend = 40,

    /// <summary>The member left before its turn to be sent something came.</summary>
    MemberLeft = 41,

    /// <summary>As much as may wait to cross to other nodes waited already; the oldest went.</summary>
    BackplaneQueueFull = 50,

    /// <summary>The broker refused to carry it to other nodes.</summary>
    BackplaneRefused = 51,

    /// <summary>It came, from rooms here or from other nodes, faster than the hub took it.</summary>
    BackplaneBusy = 52,

    /// <summary>It came by the backplane, and no node of ours wrote it.</summary>
    BackplaneForeign = 53,

    /// <summary>News of this node (its roster, that it lives) that the backplane did not take; the others see that they miss something.</summary>
    BackplaneNewsRefused = 54,

    /// <summary>It came from a node that is not heard: of this one's own name, of a life that is over, or one node too many.</summary>
    BackplaneNotHeard = 55,
}
