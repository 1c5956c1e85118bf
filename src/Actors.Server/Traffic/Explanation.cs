using System.Globalization;
using Actors.Datagrams;
using Actors.Hub;
using Actors.Hub.Protocol;

namespace Actors.Server.Traffic;

/// <summary>
/// Shows each datagram of one endpoint as it goes through the hub, a line each with its verdict. No more than
/// <see cref="LinesASecond"/>; of the rest it is said how many they are. The hub only queues lines: a timer writes them, so that a
/// terminal that has been halted holds up nobody.
/// </summary>
internal sealed class Explanation : IHubObserver, IDisposable
{
    /// <summary>Lines that are shown in a second: what a person can still follow.</summary>
    public const int LinesASecond = 20;

    // Of a payload: with the rest of the line, what stands in a terminal's line or two.
    private const int PayloadBytes = 64;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly Lock _writing = new();
    private readonly EndpointKey _endpoint;
    private readonly TextWriter _output;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly List<(DateTimeOffset At, string Text)> _lines = [];
    private long _secondBegan;
    private int _shownInSecond;
    private long _hiddenInSecond;
    private long _seen;
    private long _hidden;

    public Explanation(EndpointKey endpoint, TextWriter output, TimeProvider time)
    {
        (_endpoint, _output, _time, _secondBegan) = (endpoint, output, time, time.GetTimestamp());
        _timer = time.CreateTimer(_ => Write(), null, Soon, Soon);
    }

    /// <summary>Whose datagrams.</summary>
    public EndpointKey Endpoint => _endpoint;

    /// <summary>Datagrams so far.</summary>
    public long Seen => Interlocked.Read(ref _seen);

    /// <summary>Those of them that were not shown.</summary>
    public long Hidden => Interlocked.Read(ref _hidden);

    public void Received(BoundListener listener, ReceivedDatagram datagram, Verdict verdict)
    {
        if (datagram.Source == _endpoint && TakePlace())
            Add(datagram.ReceivedAt, $"{_endpoint} > {listener.Options.Name}", datagram.Bytes, verdict);
    }

    public void Sent(BoundListener listener, EndpointKey to, ReadOnlySpan<byte> payload, DateTimeOffset at, Verdict verdict)
    {
        if (to == _endpoint && TakePlace())
            Add(at, $"{listener.Options.Name} > {_endpoint}", payload, verdict);
    }

    /// <summary>Ends it; what was still to be shown is.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        lock (_writing)
            WriteLines(atEnd: true);
    }

    private bool TakePlace()
    {
        Interlocked.Increment(ref _seen);
        lock (_gate)
        {
            if (_time.GetElapsedTime(_secondBegan) >= Second)
                BeginSecond();
            if (_shownInSecond < LinesASecond)
            {
                _shownInSecond++;
                return true;
            }

            _hiddenInSecond++;
            _hidden++;
            return false;
        }
    }

    private void BeginSecond()
    {
        if (_hiddenInSecond > 0)
            _lines.Add((_time.GetUtcNow(), string.Create(CultureInfo.InvariantCulture, $"{_endpoint}: {_hiddenInSecond} more, not shown")));
        (_secondBegan, _shownInSecond, _hiddenInSecond) = (_time.GetTimestamp(), 0, 0);
    }

    private void Add(DateTimeOffset at, string way, ReadOnlySpan<byte> payload, Verdict verdict)
    {
        var local = TimeZoneInfo.ConvertTime(at, _time.LocalTimeZone);
        var length = payload.Length == 1 ? "1 byte" : string.Create(CultureInfo.InvariantCulture, $"{payload.Length} bytes");
        var line = string.Create(
            CultureInfo.InvariantCulture, $"{local:HH:mm:ss.fff} {way}, {length}, {verdict}: {SafeText.Show(payload, PayloadBytes)}");
        lock (_gate)
            _lines.Add((at, line.TrimEnd()));
    }

    private void Write()
    {
        // One at a time: while the output blocks, the next ones go by.
        if (!_writing.TryEnter())
            return;
        try
        {
            WriteLines(atEnd: false);
        }
        finally
        {
            _writing.Exit();
        }
    }

    private void WriteLines(bool atEnd)
    {
        string[] lines;
        lock (_gate)
        {
            if (atEnd || _time.GetElapsedTime(_secondBegan) >= Second)
                BeginSecond();
            // What a datagram caused is often sent before its own verdict is known.
            lines = [.. _lines.OrderBy(line => line.At).Select(line => line.Text)];
            _lines.Clear();
        }

        try
        {
            foreach (var line in lines)
                _output.WriteLine(line);
        }
        catch (IOException)
        {
            // The terminal is gone; its SIGHUP ends the hub.
        }
    }
}
