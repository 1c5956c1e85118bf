using System.Collections.Immutable;

namespace Akka.Actor;

/// <summary>One phase of a shutdown.</summary>
/// <param name="dependsOn">The phases that come before it.</param>
/// <param name="timeout">How long its tasks may take.</param>
/// <param name="recover">Whether the next phase runs although a task failed or was not done in time.</param>
internal sealed class Phase(ImmutableHashSet<string>? dependsOn, TimeSpan timeout, bool recover) : IEquatable<Phase>
{
    internal ImmutableHashSet<string> DependsOn { get; } = dependsOn ?? [];

    internal TimeSpan Timeout { get; } = timeout;

    internal bool Recover { get; } = recover;

    public bool Equals(Phase? other)
        => other is not null && DependsOn.SetEquals(other.DependsOn) && Timeout == other.Timeout && Recover == other.Recover;

    public override bool Equals(object? obj) => Equals(obj as Phase);

    public override int GetHashCode() => HashCode.Combine(DependsOn.Count, Timeout, Recover);

    public override string ToString() => $"DependsOn: {string.Join(",", DependsOn)}, Timeout: {Timeout}, Recover: {Recover}";
}
