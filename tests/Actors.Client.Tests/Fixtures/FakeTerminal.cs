using System.Collections.Concurrent;
using Actors.Client.Terminal;

namespace Actors.Client.Tests.Fixtures;

/// <summary>A terminal or a pipe whose other end the test holds.</summary>
internal sealed class FakeTerminal(bool isInteractive = false, string input = "", int width = 80) : ITerminal
{
    private readonly BlockingCollection<ConsoleKeyInfo> _keys = new(1_000);
    private Action? _stop;

    public Captured Output { get; } = new();

    public Captured Errors { get; } = new();

    public bool IsInteractive => isInteractive;

    public bool OutputIsTerminal => isInteractive;

    public int Width => width;

    public TextReader In { get; init; } = new StringReader(input);

    public TextWriter Out => Output;

    public TextWriter Error => Errors;

    public ConsoleKeyInfo ReadKey() => _keys.Take();

    public IDisposable OnStop(Action stop)
    {
        _stop = stop;
        return new Nothing();
    }

    public void Type(string text)
    {
        foreach (var key in Keys.Typing(text)) _keys.Add(key);
    }

    public void Press(ConsoleKeyInfo key) => _keys.Add(key);

    public void Enter(string line)
    {
        Type(line);
        Press(Keys.Enter);
    }

    public void PressControlC() => _stop!();

    private sealed class Nothing : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
