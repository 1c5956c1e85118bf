using System.Text;
using System.Threading.Channels;

namespace Actors.Client.Terminal;

/// <summary>
/// The lines that a person types or a pipe gives, one at a time; read on a thread of its own, because neither can be interrupted. At most
/// <see cref="Waiting"/> lines wait: then the thread waits, and with it the pipe.
/// </summary>
internal sealed class LineInput(ITerminal terminal, PromptLine prompt)
{
    private const int Waiting = 16;

    // No datagram holds more; a longer line of a pipe is refused rather than read into memory without end.
    private const int LongestLine = 65_507;

    private readonly Channel<string> _lines = Channel.CreateBounded<string>(
        new BoundedChannelOptions(Waiting) { SingleReader = true, SingleWriter = true, FullMode = BoundedChannelFullMode.Wait });

    private Task<string?>? _next;
    private bool _started;

    /// <summary>
    /// The next line, or null at the end of input. The same task until it was <see cref="Take">taken</see>: who waits for something else
    /// too loses no line.
    /// </summary>
    public Task<string?> Next()
    {
        if (!_started)
        {
            _started = true;
            new Thread(Read) { IsBackground = true, Name = "lines" }.Start();
        }

        return _next ??= NextAsync();
    }

    /// <summary>Takes the line of a completed <see cref="Next"/>.</summary>
    public string? Take()
    {
        var line = Next().GetAwaiter().GetResult();
        _next = null;
        return line;
    }

    private async Task<string?> NextAsync()
    {
        while (await _lines.Reader.WaitToReadAsync().ConfigureAwait(false))
            if (_lines.Reader.TryRead(out var line)) return line;
        return null;
    }

    private void Read()
    {
        try
        {
            while ((terminal.IsInteractive ? Typed() : Piped()) is { } line)
                _lines.Writer.WriteAsync(line).AsTask().GetAwaiter().GetResult();
            _lines.Writer.Complete();
        }
        catch (Exception fault)
        {
            _lines.Writer.Complete(fault);
        }
    }

    private string? Typed()
    {
        while (true)
        {
            switch (prompt.Press(terminal.ReadKey(), out var line))
            {
                case EditResult.Submitted: return line;
                case EditResult.EndOfInput: return null;
            }
        }
    }

    // A line ends with LF or CR LF, the last also without.
    private string? Piped()
    {
        var line = new StringBuilder();
        for (var c = terminal.In.Read(); ; c = terminal.In.Read())
        {
            if (c < 0) return line.Length > 0 ? line.ToString() : null;
            if (c == '\n') return line is [.., '\r'] ? line.ToString(0, line.Length - 1) : line.ToString();
            if (line.Length == LongestLine)
                throw new ClientFault(ExitCode.Usage, $"a line of standard input is longer than {LongestLine} characters");
            line.Append((char)c);
        }
    }
}
