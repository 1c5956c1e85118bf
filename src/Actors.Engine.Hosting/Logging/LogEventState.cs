using System.Collections;
using System.Globalization;
using Akka.Actor;
using Akka.Event;

namespace Akka.Hosting.Logging;

/// <summary>A log event as Microsoft.Extensions.Logging wants it: named values, and the template that puts them together.</summary>
internal sealed class LogEventState : IReadOnlyList<KeyValuePair<string, object?>>
{
    private const string Template = "[{Timestamp:yy/MM/dd-HH:mm:ss.ffff}][{LogSource}][{ActorPath}][{Thread:0000}]: {Message}";

    private readonly LogEvent _log;
    private readonly ActorPath _path;
    private readonly string _message;

    public LogEventState(LogEvent log, ActorPath path, string message)
    {
        _log = log;
        _path = path;
        _message = message;
    }

    // The five values, and the template under the name by which loggers know it.
    public int Count => 6;

    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new("Timestamp", _log.Timestamp),
        1 => new("LogSource", _log.LogSource),
        2 => new("ActorPath", _path),
        3 => new("Thread", _log.Thread.ManagedThreadId),
        4 => new("Message", _message),
        5 => new("{OriginalFormat}", Template),
        _ => throw new ArgumentOutOfRangeException(nameof(index), index, "there are 6"),
    };

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"[{_log.Timestamp:yy/MM/dd-HH:mm:ss.ffff}][{_log.LogSource}][{_path}][{_log.Thread.ManagedThreadId:0000}]: {_message}");
}
