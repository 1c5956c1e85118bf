using Actors.Client.Terminal;

namespace Actors.Client;

/// <summary>What the commands get from outside, so that tests can give something else.</summary>
/// <param name="Terminal">Where the user sits.</param>
/// <param name="Time">The clock and the timers.</param>
/// <param name="Random">Jitter, and the tokens of probes.</param>
internal sealed record ClientServices(ITerminal Terminal, TimeProvider Time, Random Random);
