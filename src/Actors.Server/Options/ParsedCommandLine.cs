using Actors.Server.Configuration;

namespace Actors.Server.Options;

/// <summary>What a command line comes to; one of the three is not null.</summary>
/// <param name="Arguments">Run with these.</param>
/// <param name="Answer">Print this and end: the help, the version.</param>
/// <param name="Fault">Refuse.</param>
internal sealed record ParsedCommandLine(ServerArguments? Arguments, string? Answer, OperatorFault? Fault);
