using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Actors.Engine.Hosting.Tests;

/// <summary>Keeps what is logged, for a test to wait for.</summary>
public sealed class CapturingLoggerProvider : ILoggerProvider
{
    private readonly BlockingCollection<Line> _lines = new(boundedCapacity: 10_000);

    /// <summary>One thing that was logged.</summary>
    public sealed record Line(
        string Category, LogLevel Level, string Text, Exception? Exception, IReadOnlyDictionary<string, object?> Values);

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _lines);

    /// <summary>The next line whose text contains this; earlier ones are passed over.</summary>
    public Line Await(string text)
    {
        using var patience = new CancellationTokenSource(HostedSystem.Patience);
        return _lines.GetConsumingEnumerable(patience.Token).First(line => line.Text.Contains(text, StringComparison.Ordinal));
    }

    public void Dispose()
    {
        // What was captured stays readable after the host has gone.
    }

    private sealed class Logger(string category, BlockingCollection<Line> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state as IEnumerable<KeyValuePair<string, object?>> ?? [];
            lines.Add(new Line(category, logLevel, formatter(state, exception), exception, values.ToDictionary(v => v.Key, v => v.Value)));
        }
    }
}
