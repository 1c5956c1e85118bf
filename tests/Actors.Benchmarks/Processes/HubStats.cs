namespace Actors.Benchmarks.Processes;

/// <summary>What the hub's console answers to <c>stats</c>.</summary>
/// <param name="Figures">Its figures by name; a reason to drop that has not occurred is not among them.</param>
/// <param name="Collections">Garbage collections, as it says them.</param>
internal sealed record HubStats(IReadOnlyDictionary<string, long> Figures, string Collections)
{
    internal long this[string name] => Figures.GetValueOrDefault(name);

    /// <summary>Dropped for a reason, by the hub or for it by the kernel.</summary>
    internal IEnumerable<(string Reason, long Datagrams)> Dropped => Figures
        .Where(figure => figure.Key.StartsWith("dropped ", StringComparison.Ordinal) && figure.Key != ByKernel)
        .Select(figure => (figure.Key["dropped ".Length..], figure.Value));

    internal long DroppedByKernel => this[ByKernel];

    private const string ByKernel = "dropped by the kernel";
}
