namespace Actors.Hub.Services;

/// <summary>What an <see cref="Answer"/> asks for.</summary>
public enum AnswerKind
{
    /// <summary>Nothing is sent.</summary>
    None,

    /// <summary>A line back to the endpoint.</summary>
    Reply,

    /// <summary>A line back to the endpoint, whose datagram is counted as dropped.</summary>
    Refuse,

    /// <summary>A line to the operator.</summary>
    TellOperator,

    /// <summary>A line to every member of the room, the sender too.</summary>
    Broadcast,

    /// <summary>The endpoint leaves, and gets no answer.</summary>
    Leave,

    /// <summary>The endpoint leaves, and the whole service with it: its listener is closed.</summary>
    StopService,
}
