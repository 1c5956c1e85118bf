using System.Globalization;
using System.Text;
using Akka.Hosting.Internal;

namespace Akka.Hosting;

/// <summary>How dead letters are logged (<c>akka.log-dead-letters</c> and its kin). What is null stays as HOCON has it.</summary>
public class DeadLetterOptions
{
    /// <summary>Whether dead letters are logged at all.</summary>
    public TriStateValue ShouldLog { get; set; } = TriStateValue.All;

    /// <summary>How many are logged before silence, with <see cref="TriStateValue.Some"/>; at least 1.</summary>
    public int LogCount { get; set; }

    /// <summary>Whether those are logged too that come while the system shuts down.</summary>
    public bool? LogDuringShutdown { get; set; }

    /// <summary>After how long of silence logging begins again; <see cref="Timeout.InfiniteTimeSpan"/>: never.</summary>
    public TimeSpan? LogSuspendDuration { get; set; }

    /// <summary>The options as HOCON, to stand below <c>akka</c>.</summary>
    /// <exception cref="ArgumentException"><see cref="LogCount"/> is below 1 where it counts.</exception>
    public override string ToString()
    {
        if (ShouldLog == TriStateValue.Some && LogCount < 1)
        {
            throw new ArgumentException($"{nameof(LogCount)} must be at least 1, and is {LogCount}");
        }

        var hocon = new StringBuilder();
        hocon.Append("log-dead-letters = ").AppendLine(ShouldLog switch
        {
            TriStateValue.None => "off",
            TriStateValue.Some => LogCount.ToString(CultureInfo.InvariantCulture),
            _ => "on",
        });
        if (LogDuringShutdown is { } during) hocon.Append("log-dead-letters-during-shutdown = ").AppendLine(HoconText.OnOff(during));
        if (LogSuspendDuration is { } suspend)
        {
            hocon.Append("log-dead-letters-suspend-duration = ").AppendLine(HoconText.Milliseconds(suspend));
        }

        return hocon.ToString();
    }
}
