namespace Actors.Client;

/// <summary>Ends a command with one line on standard error and an exit code; never with a stack trace.</summary>
/// <param name="exitCode">One of <see cref="ExitCode"/>.</param>
/// <param name="message">One line that says what is wrong and, where there is one, the mend.</param>
internal sealed class ClientFault(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
