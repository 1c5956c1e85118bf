using RabbitMQ.Client.Exceptions;

namespace Actors.Backplane.RabbitMq;

/// <summary>Why a session with the broker ended, for the operator, in one line.</summary>
internal static class Reason
{
    // What a broker says may be anything, and of any length.
    private const int Longest = 200;

    /// <summary>
    /// The innermost cause, which is the one that can be mended: <c>Connection refused</c>, not <c>none of the endpoints was reachable</c>.
    /// </summary>
    public static string Of(Exception fault)
    {
        var cause = fault;
        while (cause is not (AuthenticationFailureException or TimeoutException) && cause.InnerException is { } inner) cause = inner;
        var text = cause is OperationCanceledException ? "it did not answer in time" : cause.Message;
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length <= Longest ? line : line[..Longest] + "…";
    }
}
