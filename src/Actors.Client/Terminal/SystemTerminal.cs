using System.Runtime.InteropServices;
using System.Text;
using Spectre.Console;

namespace Actors.Client.Terminal;

/// <summary>The process's own standard streams, always UTF-8.</summary>
internal sealed class SystemTerminal : ITerminal, IDisposable
{
    private const int UsualWidth = 80;
    private const int LeastWidth = 20;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly bool _isInputTerminal = !Console.IsInputRedirected;
    private TextReader? _in;

    public SystemTerminal()
    {
        // Spectre.Console knows which terminals obey ANSI, and turns it on where Windows wants that; "dumb" ones do not.
        OutputIsTerminal = !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Ansi
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
        Out = new StreamWriter(Console.OpenStandardOutput(), Utf8) { AutoFlush = true };
        Error = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true };
    }

    public bool IsInteractive => _isInputTerminal && OutputIsTerminal;

    public bool OutputIsTerminal { get; }

    public int Width
    {
        get
        {
            try
            {
                return Console.WindowWidth is var width && width > 0 ? Math.Max(LeastWidth, width) : UsualWidth;
            }
            catch (IOException)
            {
                return UsualWidth;
            }
        }
    }

    public TextReader In => _in ??= new StreamReader(Console.OpenStandardInput(), Utf8);

    public TextWriter Out { get; }

    public TextWriter Error { get; }

    public ConsoleKeyInfo ReadKey() => Console.ReadKey(intercept: true);

    public IDisposable OnStop(Action stop) => new Signals(stop);

    public void Dispose()
    {
        Flush(Out);
        Flush(Error);
    }

    private static void Flush(TextWriter writer)
    {
        try
        {
            writer.Flush();
        }
        catch (IOException)
        {
            // Who read us has gone.
        }
    }

    /// <summary>The first signal asks for an end; the second is the system's default, for when we do not get to it.</summary>
    private sealed class Signals : IDisposable
    {
        private readonly List<PosixSignalRegistration> _registrations = [];
        private readonly Action _stop;
        private int _asked;

        public Signals(Action stop)
        {
            _stop = stop;
            foreach (var signal in (ReadOnlySpan<PosixSignal>)[PosixSignal.SIGINT, PosixSignal.SIGTERM])
                _registrations.Add(PosixSignalRegistration.Create(signal, Handle));
        }

        public void Dispose() => _registrations.ForEach(registration => registration.Dispose());

        private void Handle(PosixSignalContext context)
        {
            if (Interlocked.Exchange(ref _asked, 1) != 0) return;
            context.Cancel = true;
            _stop();
        }
    }
}
