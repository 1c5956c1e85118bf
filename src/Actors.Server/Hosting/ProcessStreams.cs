using System.Text;

namespace Actors.Server.Hosting;

/// <summary>What the process reads and writes, so that a test can stand in for a terminal.</summary>
/// <param name="OpenInput">Opens standard input; called only when the console is on, so that a headless hub never reads it.</param>
/// <param name="Output">The ready line, and what the operator asked for.</param>
/// <param name="Error">Why it refuses to start. (Logs go to standard error by themselves.)</param>
/// <param name="InputIsTerminal">Whether a person may type.</param>
/// <param name="OutputIsTerminal">Whether a person reads.</param>
internal sealed record ProcessStreams(
    Func<TextReader> OpenInput, TextWriter Output, TextWriter Error, bool InputIsTerminal, bool OutputIsTerminal)
{
    /// <summary>
    /// Whether what is shown may be coloured: a terminal reads it that knows colours, and nobody has said no (https://no-color.org).
    /// </summary>
    public bool OutputHasColours { get; init; }

    /// <summary>
    /// The process's own, UTF-8 whatever the locale, each line out at once. Input is read as a plain stream: the terminal edits and
    /// echoes lines by itself, and is left as it was found however the process ends.
    /// </summary>
    public static ProcessStreams Standard() => new(
        () => new StreamReader(System.Console.OpenStandardInput(), Encoding.UTF8),
        TextWriter.Synchronized(Lines(System.Console.OpenStandardOutput())),
        TextWriter.Synchronized(Lines(System.Console.OpenStandardError())),
        !System.Console.IsInputRedirected && Terminal.IsInForeground(),
        !System.Console.IsOutputRedirected)
    {
        OutputHasColours = !System.Console.IsOutputRedirected
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb",
    };

    private static StreamWriter Lines(Stream stream) =>
        new(new BestEffortStream(stream), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };
}
