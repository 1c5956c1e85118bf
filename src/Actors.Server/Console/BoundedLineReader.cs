using System.Text;

namespace Actors.Server.Console;

/// <summary>Lines of at most a given length, so that endless input without a line end costs no memory.</summary>
internal sealed class BoundedLineReader(TextReader input, int maxLength)
{
    private readonly StringBuilder _line = new();

    /// <summary>The next line without its end, cut to the length; null at the end of the input.</summary>
    public string? Read()
    {
        _line.Clear();
        int read;
        while ((read = input.Read()) >= 0 && read != '\n')
        {
            if (_line.Length < maxLength)
                _line.Append((char)read);
        }

        return read < 0 && _line.Length == 0 ? null : _line.ToString().TrimEnd('\r');
    }
}
