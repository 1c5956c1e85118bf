namespace Actors.Server.Configuration;

/// <summary>Why a configuration text cannot be read.</summary>
/// <param name="Line">The line to look at, counted from 1.</param>
/// <param name="What">What is wrong there.</param>
/// <param name="Mend">What to do about it.</param>
internal sealed record ConfigFlaw(int Line, string What, string Mend);
