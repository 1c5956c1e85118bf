using System.Diagnostics;
using System.Text;
using Xunit.Sdk;

namespace Actors.EndToEnd.Tests.Fixtures;

/// <summary>What a process has written to one of its streams so far, byte for byte, and who waits for more of it.</summary>
public sealed class Transcript
{
    private readonly Lock _lock = new();
    private readonly MemoryStream _bytes = new();
    private readonly ManualResetEventSlim _grew = new();
    private readonly Thread _reader;
    private volatile bool _hasEnded;

    public Transcript(Stream stream, string name)
    {
        _reader = new Thread(() => Read(stream)) { IsBackground = true, Name = name };
        _reader.Start();
    }

    public byte[] Bytes
    {
        get { lock (_lock) return _bytes.ToArray(); }
    }

    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>The whole lines so far.</summary>
    public IReadOnlyList<string> Lines => Text.Split('\n')[..^1];

    /// <summary>Waits for a line, from the given one on, that matches; gives it.</summary>
    public string WaitForLine(string reason, Func<string, bool> matches, int from = 0, Func<string>? otherwise = null)
    {
        var watch = Stopwatch.StartNew();
        for (var last = false; !last; _grew.Wait(TimeSpan.FromMilliseconds(200)))
        {
            _grew.Reset();
            last = _hasEnded || watch.Elapsed > Wait.Bound;
            if (Lines.Skip(from).FirstOrDefault(matches) is { } line) return line;
        }

        var state = _hasEnded ? "it has ended, having said" : "so far";
        throw new XunitException($"Waited {watch.Elapsed.TotalSeconds:0.0} s for {reason}; {state}:\n{Text}\n{otherwise?.Invoke()}");
    }

    /// <summary>Waits for a first line; false when the process ends without one.</summary>
    public bool WaitForStart()
    {
        try
        {
            return WaitForLine("a first line", _ => true).Length > 0;
        }
        catch (XunitException) when (_hasEnded)
        {
            return false;
        }
    }

    /// <summary>After the process has ended: waits until its last byte was read.</summary>
    public string ToEnd()
    {
        _reader.Join(Wait.Bound);
        return Text;
    }

    private void Read(Stream stream)
    {
        var buffer = new byte[4096];
        while (stream.Read(buffer) is > 0 and var count)
        {
            lock (_lock) _bytes.Write(buffer, 0, count);
            _grew.Set();
        }

        _hasEnded = true;
        _grew.Set();
    }
}
