namespace Actors.Benchmarks.Hub;

/// <summary>One kind of load.</summary>
/// <param name="Name">How it is asked for.</param>
/// <param name="Title">What it is.</param>
/// <param name="Arguments">The options of <c>Actors.Client load</c>.</param>
internal sealed record Column(string Name, string Title, string Arguments)
{
    /// <summary>The columns of the README's table.</summary>
    internal static readonly IReadOnlyList<Column> All =
    [
        new("100", "100 members, 1 sender, 16 in flight", "--members 100 --senders 1 --window 16"),
        new("1000", "1,000 members, 10 senders, 40 in flight", "--members 1000 --senders 10 --window 40"),
        new("one", "100 members, 1 sender, 1 in flight", "--members 100 --senders 1 --window 1"),
        new("round-trips", "2 members, round trips", "--members 2 --senders 1 --window 1"),
        new("rate", "100 members, 200 messages a second", "--members 100 --senders 1 --rate 200"),
        new("beats", "10,000 members beating every 5 s, 10 messages a second", "--members 10000 --senders 10 --rate 10 --heartbeat 5s"),
    ];
}
