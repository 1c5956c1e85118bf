using System.Buffers;
using Actors.Datagrams.Capture.Internal;

namespace Actors.Datagrams.Capture;

/// <summary>
/// A capture that many threads write to and none waits for: datagrams are copied to a bounded queue, and one thread writes them to a
/// pcapng file, and begins the next one when that is full (<see cref="CaptureFileOptions"/>). What does not fit the queue is dropped and
/// counted; the count stands at the end of the file.
/// </summary>
/// <remarks>
/// A file that cannot be written to any more, for a full disk say, ends the capture and nothing else: it is cut back to its last whole
/// datagram, <see cref="CaptureFileOptions.Stopped"/> is called once, and what comes afterwards is dropped and counted.
/// </remarks>
public sealed class CaptureFile : IDisposable
{
    private static readonly TimeSpan CloseWithin = TimeSpan.FromSeconds(1);

    private readonly CaptureFileOptions _options;
    private readonly CaptureFileSet _files;
    private readonly CaptureQueue _queue;
    private readonly Thread _thread;
    private Stream _stream;
    private PcapngWriter _writer;
    private long _written;
    private long _dropped;

    /// <summary>Opens the file and starts the thread. A file that is there already becomes the newest of the full ones.</summary>
    /// <param name="options">What to write, and where.</param>
    /// <exception cref="ArgumentException">The path is no capture's (<see cref="CaptureFileOptions.IsName"/>).</exception>
    /// <exception cref="IOException">The file cannot be opened: no such folder, no space.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder is not this user's to write.</exception>
    public CaptureFile(CaptureFileOptions options)
        : this(options, CaptureFileSet.Create)
    {
    }

    internal CaptureFile(CaptureFileOptions options, Func<string, Stream> create)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!CaptureFileOptions.IsName(options.Path))
        {
            throw new ArgumentException($"a capture's name ends with {CaptureFileOptions.Extension}");
        }

        _options = options;
        _files = new CaptureFileSet(options.Path, options.Files, create);
        _queue = new CaptureQueue(options.QueuedDatagrams, options.QueuedBytes);
        (_stream, _writer) = Open();
        _thread = new Thread(Run) { IsBackground = true, Name = "capture" };
        _thread.Start();
    }

    /// <summary>How many datagrams the files have taken.</summary>
    public long Written => Interlocked.Read(ref _written);

    /// <summary>How many datagrams are in no file: the queue was full, or the capture had stopped.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Takes a datagram to be written; never waits. From any thread.</summary>
    /// <param name="at">When it came or went.</param>
    /// <param name="source">Who sent it.</param>
    /// <param name="destination">To whom.</param>
    /// <param name="direction">Which way it went.</param>
    /// <param name="payload">Its payload; copied.</param>
    /// <param name="comment">What became of it, or null.</param>
    /// <returns>False when it was dropped, and counted.</returns>
    public bool Write(
        DateTimeOffset at, EndpointKey source, EndpointKey destination, CaptureDirection direction, ReadOnlySpan<byte> payload,
        string? comment)
    {
        if (_queue.TryReserve(payload.Length))
        {
            var copy = ArrayPool<byte>.Shared.Rent(payload.Length);
            payload.CopyTo(copy);
            if (_queue.TryAdd(new CaptureEntry(at, source, destination, direction, copy, payload.Length, comment)))
            {
                return true;
            }

            ArrayPool<byte>.Shared.Return(copy);
        }

        Interlocked.Increment(ref _dropped);
        return false;
    }

    /// <summary>Writes what is queued and ends the file; afterwards nothing is taken.</summary>
    /// <param name="within">How long to wait for it.</param>
    /// <returns>Whether it was done in time. If not, the thread goes on with it while the process lives.</returns>
    public bool Close(TimeSpan within)
    {
        _queue.Close();
        return Thread.CurrentThread == _thread || _thread.Join(within);
    }

    /// <summary>Closes it, within a second.</summary>
    public void Dispose() => Close(CloseWithin);

    private void Run()
    {
        var entries = new List<CaptureEntry>();
        try
        {
            while (_queue.Take(ref entries))
            {
                WriteAll(entries);
            }

            End();
        }
        catch (Exception e)
        {
            // Whatever it is, it costs the capture and not the process.
            _queue.Close();
            CutBack();
            while (_queue.Take(ref entries))
            {
                Drop(entries);
            }

            Tell(e);
        }
    }

    private void WriteAll(List<CaptureEntry> entries)
    {
        var next = 0;
        try
        {
            for (; next < entries.Count; next++)
            {
                Write(entries[next]);
                Interlocked.Increment(ref _written);
                Release(entries[next]);
            }
        }
        finally
        {
            entries.RemoveRange(0, next);
            Drop(entries);
        }
    }

    private void Write(in CaptureEntry entry)
    {
        var length = PcapngWriter.Measure(entry.Source, entry.Destination, entry.Length, entry.Comment);
        if (_writer.Length + length + PcapngWriter.MaxStatisticsBytes > _options.FileBytes)
        {
            End();
            (_stream, _writer) = Open();
        }

        _writer.Write(entry.At, entry.Source, entry.Destination, entry.Direction, entry.Payload.AsSpan(0, entry.Length), entry.Comment);
    }

    private (Stream Stream, PcapngWriter Writer) Open()
    {
        var stream = _files.Next();
        try
        {
            return (stream, new PcapngWriter(stream, _options.Application, _options.InterfaceName));
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private void End()
    {
        var (written, dropped) = (Written, Dropped);
        var words = dropped == 0 ? $"{written} datagrams captured, none is missing"
            : $"{written} datagrams captured, {dropped} are missing: they came faster than they could be written";
        _writer.WriteStatistics(_options.Time.GetUtcNow(), new CaptureStatistics(written + dropped, dropped, words));
        _stream.Dispose();
    }

    /// <summary>Leaves a file that can be read to its end.</summary>
    private void CutBack()
    {
        try
        {
            _stream.SetLength(_writer.Length);
            _stream.Dispose();
        }
        catch (Exception)
        {
            // Nothing more can be done for it; readers say that it is cut.
        }
    }

    private void Drop(List<CaptureEntry> entries)
    {
        Interlocked.Add(ref _dropped, entries.Count);
        foreach (var entry in entries)
        {
            Release(entry);
        }

        entries.Clear();
    }

    private void Release(in CaptureEntry entry)
    {
        ArrayPool<byte>.Shared.Return(entry.Payload);
        _queue.Free(entry.Length);
    }

    private void Tell(Exception e)
    {
        try
        {
            _options.Stopped?.Invoke(e);
        }
        catch (Exception)
        {
            // Who listens has a fault; there is nobody else to tell, and the process must go on.
        }
    }
}
