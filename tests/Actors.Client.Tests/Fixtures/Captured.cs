using System.Diagnostics;
using System.Text;
using Xunit.Sdk;

namespace Actors.Client.Tests.Fixtures;

/// <summary>What was written so far, by whichever thread; one can wait for what is to come.</summary>
internal sealed class Captured : TextWriter
{
    private readonly StringBuilder _text = new();

    public override Encoding Encoding => Encoding.UTF8;

    public string Text
    {
        get
        {
            lock (_text) return _text.ToString();
        }
    }

    public IReadOnlyList<string> Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value)
    {
        lock (_text)
        {
            _text.Append(value);
            Monitor.PulseAll(_text);
        }
    }

    /// <summary>Waits until this has been written; a failure where it is not within the bound.</summary>
    public void WaitFor(string part) => WaitUntil(text => text.Contains(part, StringComparison.Ordinal), $"'{part}' to be written");

    public void WaitUntil(Func<string, bool> condition, string reason)
    {
        var watch = Stopwatch.StartNew();
        lock (_text)
        {
            while (!condition(_text.ToString()))
            {
                var left = Bound.Time - watch.Elapsed;
                if (left <= TimeSpan.Zero || !Monitor.Wait(_text, left))
                    throw new XunitException($"Waited in vain for {reason}. So far:\n{_text}");
            }
        }
    }
}
