using Actors.Datagrams;

namespace Actors.Hub;

/// <summary>What the operator's console asks the <see cref="HubActor"/> about the desks; each query names its answer.</summary>
public static class DeskQueries
{
    /// <summary>Stands for whoever wrote last, those who wait first.</summary>
    public const string Latest = "latest";

    /// <summary>Longest reply, in bytes of UTF-8: what common clients read.</summary>
    public const int MaxReplyBytes = 1_024;

    /// <summary>
    /// What was not read yet. Answer: <see cref="DeskNews"/>, at once or when there is something; the last who asked gets it.
    /// </summary>
    public sealed record Next : IDeskQuery
    {
        public static readonly Next Instance = new();
    }

    /// <summary>Who waits for an answer. Answer: <see cref="WaitingReport"/>.</summary>
    public sealed record GetWaiting : IDeskQuery
    {
        public static readonly GetWaiting Instance = new();
    }

    /// <summary>Answers somebody. Answer: <see cref="DeskReply"/>.</summary>
    /// <param name="To">An endpoint, a name, <see cref="Latest"/>, or empty for the latest who waits.</param>
    /// <param name="Text">At most <see cref="MaxReplyBytes"/> of UTF-8.</param>
    public sealed record Reply(string To, string Text) : IDeskQuery;

    /// <summary>Names an endpoint; whoever had the name before has none then. Answer: <see cref="DeskNamed"/>.</summary>
    public sealed record Name(EndpointKey Endpoint, string As) : IDeskQuery;

    /// <summary>What each person is told once from now on, at every desk; empty for nothing. Answer: <see cref="DeskAway"/>.</summary>
    public sealed record SetAway(string Text) : IDeskQuery;
}
