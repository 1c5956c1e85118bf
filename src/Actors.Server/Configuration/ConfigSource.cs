using System.Security;
using System.Text;
using Actors.Server.Options;
using Akka.Configuration;

namespace Actors.Server.Configuration;

/// <summary>Finds and reads the sources of the configuration, and says in one line why one cannot be read.</summary>
internal static class ConfigSource
{
    /// <summary>Where the hub's own files stand, below the working directory and beside the executable.</summary>
    public const string Folder = "hocon";

    // No configuration is longer; a device or an endless pipe is.
    private const int MaxBytes = 1 << 20;

    /// <summary>
    /// The file to read: the one that was asked for, else the first that is there of <c>./hocon/hub.conf</c> and
    /// <c>hocon/hub.conf</c> beside the executable; null when there is none, and the defaults hold.
    /// </summary>
    public static string? Locate(string? asked, string workingFolder, string executableFolder)
    {
        if (asked is not null)
            return asked;

        var here = Path.Combine(workingFolder, Folder, "hub.conf");
        if (File.Exists(here))
            return Path.GetRelativePath(Environment.CurrentDirectory, here);
        var beside = Path.Combine(executableFolder, Folder, "hub.conf");
        return File.Exists(beside) ? beside : null;
    }

    /// <summary>Reads a configuration file.</summary>
    public static ConfigLayer? ReadFile(string path, List<OperatorFault> faults)
    {
        if (!TryReadText(path, faults, out var text))
            return null;
        return Parse(text, line => $"{path}:{line}", faults);
    }

    /// <summary>Reads what the command line sets; each setting is a line of its own.</summary>
    public static ConfigLayer? ReadSettings(IReadOnlyList<Setting> settings, List<OperatorFault> faults)
    {
        var text = new StringBuilder();
        foreach (var setting in settings)
        {
            if (!ConfigPath.Split(setting.Key).All(s => ConfigPath.IsPlain(s.Trim('"'))))
            {
                faults.Add(new OperatorFault($"{setting}", "this is not a key", "write --set KEY=VALUE with a key such as hub.interval"));
                return null;
            }

            // "::1" and "a b" are texts to whoever types them in a shell; arrays, objects and quoted texts are HOCON.
            var value = setting.Value is ['[' or '{' or '"', ..] ? setting.Value.ReplaceLineEndings(" ") : HoconText.Quote(setting.Value);
            text.Append(setting.Key).Append(" = ").Append(value).Append('\n');
        }

        return Parse(text.ToString(), line => settings[line - 1].ToString(), faults);
    }

    private static ConfigLayer? Parse(string text, Func<int, string> where, List<OperatorFault> faults)
    {
        var lines = HoconScanner.Scan(text);
        if (lines.Flaw is { } flaw)
        {
            faults.Add(new OperatorFault(where(flaw.Line), flaw.What, flaw.Mend));
            return null;
        }

        try
        {
            var config = lines.Entries.Any() ? ConfigurationFactory.ParseString(text) : ConfigurationFactory.Empty;
            return new ConfigLayer(config, lines, where);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // What the scanner lets through and the parser does not: both engines' parsers have exceptions of their own for it.
            faults.Add(new OperatorFault(where(1), $"this is not HOCON: {e.Message}", "hocon/reference.conf shows how keys are written"));
            return null;
        }
    }

    private static bool TryReadText(string path, List<OperatorFault> faults, out string text)
    {
        text = "";
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            // Not all at once: a device or a pipe does not know its length.
            using var bytes = new MemoryStream();
            var chunk = new byte[4_096];
            for (int read; (read = file.Read(chunk)) > 0 && bytes.Length <= MaxBytes;)
                bytes.Write(chunk, 0, read);
            if (bytes.Length > MaxBytes)
            {
                faults.Add(new OperatorFault(path, $"it is longer than {MaxBytes} bytes", "give the hub's configuration file"));
                return false;
            }

            var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
            text = utf8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).TrimStart('\uFEFF');
            return true;
        }
        catch (DecoderFallbackException)
        {
            faults.Add(new OperatorFault(path, "it is not UTF-8 text", "save it as UTF-8"));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            const string mend = "give an existing one, or leave --config out for the default";
            faults.Add(new OperatorFault($"--config {path}", "there is no such file", mend));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException
            or ArgumentException or NotSupportedException)
        {
            var what = Directory.Exists(path) ? "it is a folder" : $"it cannot be read: {e.Message}";
            faults.Add(new OperatorFault($"--config {path}", what, "give a file that this user may read"));
        }

        return false;
    }
}
