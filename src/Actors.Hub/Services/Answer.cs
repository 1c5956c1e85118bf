using Actors.Hub.Protocol;

namespace Actors.Hub.Services;

/// <summary>What a service wants done about a datagram.</summary>
public readonly struct Answer
{
    private Answer(AnswerKind kind, Line line = default, DropReason refusal = default)
    {
        Kind = kind;
        Line = line;
        Refusal = refusal;
    }

    /// <summary>Nothing.</summary>
    public static Answer None => default;

    /// <summary>Nothing: the datagram said that its sender is there.</summary>
    public static Answer Heartbeat => new(AnswerKind.Heartbeat);

    /// <summary>The endpoint leaves.</summary>
    public static Answer Leave => new(AnswerKind.Leave);

    /// <summary>The endpoint leaves, and its listener is closed.</summary>
    public static Answer StopService => new(AnswerKind.StopService);

    /// <summary>A line back to the endpoint; in line mode with a newline, otherwise exactly its bytes.</summary>
    public static Answer Reply(Line line) => new(AnswerKind.Reply, line);

    /// <summary>A line to the operator, who may answer it.</summary>
    public static Answer TellOperator(Line line) => new(AnswerKind.TellOperator, line);

    /// <summary>A line to every member of the room.</summary>
    public static Answer Broadcast(Line line) => new(AnswerKind.Broadcast, line);

    /// <summary>A line back to the endpoint that says why its datagram was dropped; shorter than that, so that it cannot amplify.</summary>
    public static Answer Refuse(DropReason reason, Line line) => new(AnswerKind.Refuse, line, reason);

    /// <summary>What is to be done.</summary>
    public AnswerKind Kind { get; }

    /// <summary>The line, where <see cref="Kind"/> has one.</summary>
    public Line Line { get; }

    /// <summary>Why the datagram was dropped, where it was.</summary>
    public DropReason Refusal { get; }
}
