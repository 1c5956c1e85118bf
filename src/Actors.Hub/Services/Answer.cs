namespace Actors.Hub.Services;

/// <summary>What a service wants done about a datagram, and with the line that it wrote.</summary>
public readonly struct Answer
{
    private Answer(AnswerKind kind, DropReason refusal = default)
    {
        Kind = kind;
        Refusal = refusal;
    }

    /// <summary>Nothing.</summary>
    public static Answer None => default;

    /// <summary>The endpoint leaves.</summary>
    public static Answer Leave => new(AnswerKind.Leave);

    /// <summary>The endpoint leaves, and its listener is closed.</summary>
    public static Answer StopService => new(AnswerKind.StopService);

    /// <summary>The line goes back to the endpoint; in line mode with a newline, otherwise exactly its bytes.</summary>
    public static Answer Reply => new(AnswerKind.Reply);

    /// <summary>The line goes to the operator, who may answer it.</summary>
    public static Answer TellOperator => new(AnswerKind.TellOperator);

    /// <summary>The line goes to every member of the room.</summary>
    public static Answer Broadcast => new(AnswerKind.Broadcast);

    /// <summary>
    /// The line goes back to the endpoint and says why its datagram was dropped; it is shorter than that, so that it cannot amplify.
    /// </summary>
    public static Answer Refuse(DropReason reason) => new(AnswerKind.Refuse, reason);

    /// <summary>What is to be done.</summary>
    public AnswerKind Kind { get; }

    /// <summary>Why the datagram was dropped, where it was.</summary>
    public DropReason Refusal { get; }
}
