namespace Actors.Client.Terminal;

/// <summary>Where a person or a script sits: the standard streams, and the keys when it is a person.</summary>
internal interface ITerminal
{
    /// <summary>
    /// Whether keys can be read one by one, and the line being typed redrawn: input and output are a terminal that knows ANSI.
    /// </summary>
    bool IsInteractive { get; }

    /// <summary>Whether standard output is a terminal that knows ANSI sequences (ECMA-48).</summary>
    bool OutputIsTerminal { get; }

    /// <summary>Cells in a row of the terminal, at least 20.</summary>
    int Width { get; }

    TextReader In { get; }

    TextWriter Out { get; }

    TextWriter Error { get; }

    /// <summary>Blocks until a key is pressed. Only where <see cref="IsInteractive"/>.</summary>
    ConsoleKeyInfo ReadKey();

    /// <summary>Has <paramref name="stop"/> called, once, when the user presses Ctrl+C or the system asks the process to end.</summary>
    IDisposable OnStop(Action stop);
}
