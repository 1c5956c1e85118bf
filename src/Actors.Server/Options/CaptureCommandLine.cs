using System.CommandLine;
using System.Globalization;
using Actors.Datagrams.Capture;
using Actors.Server.Configuration;

namespace Actors.Server.Options;

/// <summary><c>--capture</c> and its kin.</summary>
internal sealed class CaptureCommandLine
{
    // Wireshark takes its time over larger ones.
    private const int MaxBytes = 1 << 30;

    private const string Extension = CaptureFileOptions.Extension;

    private static readonly CaptureFileOptions Defaults = new("");

    private readonly Option<string?> _file = new("--capture")
    {
        HelpName = "FILE.pcapng",
        Description = "Write every datagram, in and out, to this file, with what became of it as packet comment; "
            + "tcpdump and Wireshark open it.",
    };

    private readonly Option<string?> _size = new("--capture-size")
    {
        HelpName = "SIZE",
        Description = "How long a capture's file becomes, 128k to 1024m; then it is kept as FILE.1.pcapng, and a new one is begun. "
            + "Default: 64m.",
    };

    private readonly Option<string?> _files = new("--capture-files")
    {
        HelpName = "N",
        Description = "How many files of a capture are kept, 1 to 1000, the one that is written among them. Default: 4.",
    };

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> All => [_file, _size, _files];

    /// <summary>Reads them.</summary>
    /// <returns>Null for no capture; or a fault.</returns>
    public (CaptureSetting? Setting, OperatorFault? Fault) Read(ParseResult parsed)
    {
        var (file, size, files) = (parsed.GetValue(_file), parsed.GetValue(_size), parsed.GetValue(_files));
        if (file is null)
            return (null, size is not null ? Alone(_size) : files is not null ? Alone(_files) : null);
        if (!CaptureFileOptions.IsName(file))
            return (null, Fault(_file, $"{file} does not end with {Extension}", $"write --capture {file}{Extension}"));

        var (bytes, number) = ((int)Defaults.FileBytes, Defaults.Files);
        if (size is not null
            && (!HoconUnits.TryParseSize(size, out bytes) || bytes is < (int)CaptureFileOptions.MinFileBytes or > MaxBytes))
        {
            return (null, Fault(_size, $"{size} is no size from 128k to 1024m", "write --capture-size 64m, say"));
        }

        if (files is not null && (!int.TryParse(files, NumberStyles.None, CultureInfo.InvariantCulture, out number)
            || number is < 1 or > CaptureFileOptions.MaxFiles))
        {
            return (null, Fault(_files, $"{files} is no number from 1 to {CaptureFileOptions.MaxFiles}", "write --capture-files 4, say"));
        }

        return (new CaptureSetting(file, bytes, number), null);
    }

    private static OperatorFault Alone(Option option) => Fault(option, "there is no --capture", "write --capture FILE.pcapng too");

    private static OperatorFault Fault(Option option, string what, string mend) => new(option.Name, what, mend);
}
