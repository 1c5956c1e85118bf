namespace Actors.Datagrams.Capture;

/// <summary>What a <see cref="CaptureFile"/> is made of.</summary>
/// <param name="Path">
/// The file, such as <c>traffic.pcapng</c>. Full ones are kept as <c>traffic.1.pcapng</c>, the newest of them, to
/// <c>traffic.N.pcapng</c>.
/// </param>
public sealed record CaptureFileOptions(string Path)
{
    /// <summary>What a capture's name ends with.</summary>
    public const string Extension = ".pcapng";

    /// <summary>Smallest <see cref="FileBytes"/>: two of the longest datagrams.</summary>
    public const long MinFileBytes = 128 * 1_024;

    /// <summary>Largest <see cref="Files"/>: each rotation renames them all.</summary>
    public const int MaxFiles = 1_000;

    private readonly long _fileBytes = 64 * 1_024 * 1_024;
    private readonly int _files = 4;
    private readonly int _queuedDatagrams = 65_536;
    private readonly long _queuedBytes = 32 * 1_024 * 1_024;

    /// <summary>How long a file becomes, in bytes: at least <see cref="MinFileBytes"/>; 64 MiB, which Wireshark opens at once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less.</exception>
    public long FileBytes
    {
        get => _fileBytes;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, MinFileBytes);
            _fileBytes = value;
        }
    }

    /// <summary>
    /// Whether a path may be a capture's. It must end with <see cref="Extension"/>: what is there already is renamed, and a slip of the
    /// operator's must not move something else away.
    /// </summary>
    public static bool IsName(string path) =>
        path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) && path.Length > Extension.Length;

    /// <summary>
    /// How many files there are at most, the one that is written to among them: 1 to <see cref="MaxFiles"/>; beyond it the oldest is
    /// deleted. Those that an earlier capture of the same name left count too.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public int Files
    {
        get => _files;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxFiles);
            _files = value;
        }
    }

    /// <summary>How many datagrams may wait to be written, 1 up; 65,536, a tenth of a second of what one core sends.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int QueuedDatagrams
    {
        get => _queuedDatagrams;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _queuedDatagrams = value;
        }
    }

    /// <summary>How many bytes of payload may wait to be written, 64 KiB up; 32 MiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than the longest datagram.</exception>
    public long QueuedBytes
    {
        get => _queuedBytes;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 64 * 1_024);
            _queuedBytes = value;
        }
    }

    /// <summary>The program that captures, as the file names it.</summary>
    public string Application { get; init; } = "Actors.Datagrams";

    /// <summary>What the datagrams went through, as the file names it.</summary>
    public string InterfaceName { get; init; } = "udp";

    /// <summary>The time of the statistics at a file's end.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Called once, on the writer's thread, when the file cannot be written any more: the disk is full, say.</summary>
    public Action<Exception>? Stopped { get; init; }
}
