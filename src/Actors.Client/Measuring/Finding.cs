namespace Actors.Client.Measuring;

/// <summary>One thing that can be said of a path.</summary>
/// <param name="Kind">How good it is.</param>
/// <param name="Subject">What it is about: <c>name</c>, <c>way</c>, <c>answer</c>, <c>sizes</c>.</param>
/// <param name="Words">In plain words, safe to print.</param>
internal sealed record Finding(FindingKind Kind, string Subject, string Words);
