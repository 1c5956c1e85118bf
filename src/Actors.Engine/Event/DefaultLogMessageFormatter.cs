using System.Globalization;

namespace Akka.Event;

/// <summary>Formats as <see cref="string.Format(string, object[])"/> does.</summary>
public class DefaultLogMessageFormatter : ILogMessageFormatter
{
    /// <summary>The formatter; it has no state.</summary>
    public static readonly DefaultLogMessageFormatter Instance = new();

    private DefaultLogMessageFormatter()
    {
    }

    /// <inheritdoc/>
    public string Format(string format, params object[] args) => string.Format(CultureInfo.CurrentCulture, format, args);

    /// <inheritdoc/>
    public string Format(string format, IEnumerable<object> args) => Format(format, args.ToArray());
}
