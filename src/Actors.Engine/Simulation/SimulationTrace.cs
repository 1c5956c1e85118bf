namespace Actors.Engine.Simulation;

/// <summary>What a run came to. The same seed and scenario give the same one, in every process.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Hash">Of every step's time, actor, message type and sender, in order.</param>
/// <param name="Steps">How many turns actors had.</param>
/// <param name="Elapsed">How much virtual time passed.</param>
public sealed record SimulationTrace(long Seed, ulong Hash, int Steps, TimeSpan Elapsed);
