namespace Actors.Datagrams.Capture.Internal;

/// <summary>The files of a capture: NAME.pcapng, which is written to, and the full ones, NAME.1.pcapng (the newest) and on.</summary>
internal sealed class CaptureFileSet(string path, int files, Func<string, Stream> create)
{
    /// <summary>Makes room for a new file, and creates it.</summary>
    public Stream Next()
    {
        for (var number = files - 1; number >= 1; number--)
        {
            if (File.Exists(Name(number - 1)))
            {
                File.Move(Name(number - 1), Name(number), overwrite: true);
            }
        }

        return create(path);
    }

    /// <summary>
    /// Creates a file that others may read meanwhile; its owner's only, since what people say is in it. Not buffered: a block is one write,
    /// so what was written can be read at once, and after a crash.
    /// </summary>
    public static Stream Create(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            Share = FileShare.Read | FileShare.Delete,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    private string Name(int number) => number == 0 ? path : $"{Path.ChangeExtension(path, null)}.{number}{Path.GetExtension(path)}";
}
