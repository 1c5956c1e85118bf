namespace Actors.Client;

/// <summary>What the client's process ends with: one place, which <c>--help</c> prints.</summary>
internal static class ExitCode
{
    /// <summary>Done: answered where an answer was wanted; or left with Ctrl+C.</summary>
    public const int Done = 0;

    /// <summary>The peer's doing: refused, unreachable, or silent where an answer was wanted.</summary>
    public const int Peer = 1;

    /// <summary>The user's doing: a bad option, a configuration that does not hold.</summary>
    public const int Usage = 2;

    /// <summary>This machine's doing: a name that does not resolve, a port that is taken, a file that cannot be written.</summary>
    public const int System = 3;

    /// <summary>For <c>--help</c>.</summary>
    public const string Help = """
        Exit codes:
          0  done: answered where an answer was wanted, or left with Ctrl+C
          1  the peer refused, cannot be reached, or was silent
          2  a bad option, or a configuration that does not hold
          3  this machine refused: unknown host name, port taken, file not writable
        """;
}
