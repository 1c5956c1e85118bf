using System.Globalization;
using System.Text;

namespace Akka.Hosting;

/// <summary>How dead letters are logged (<c>akka.log-dead-letters</c> and its kin). What is null stays as HOCON has it.</summary>
public class DeadLetterOptions
{
    /// <summary>Whether dead letters are logged at all.</summary>
    public TriStateValue ShouldLog { get; set; } = TriStateValue.Some;

    /// <summary>How many are logged before silence, with <see cref="TriStateValue.Some"/>; at least 1.</summary>
    public int LogCount { get; set; } = 10;

    /// <summary>Whether those are logged too that come while the system shuts down.</summary>
    public bool? LogDuringShutdown { get; set; }

    /// <summary>After how long of silence logging begins again; zero or less: never.</summary>
    public TimeSpan? LogSuspendDuration { get; set; }

    /// <summary>The options as HOCON.</summary>
    /// <exception cref="ArgumentException"><see cref="LogCount"/> is below 1 where it counts.</exception>
    public override string ToString()
    {
        if (ShouldLog == TriStateValue.Some && LogCount < 1)
        {
            throw new ArgumentException($"{nameof(LogCount)} must be at least 1, and is {LogCount}");
        }

        var hocon = new StringBuilder();
        hocon.Append("akka.log-dead-letters = ").AppendLine(ShouldLog switch
        {
            TriStateValue.None => "off",
            TriStateValue.Some => LogCount.ToString(CultureInfo.InvariantCulture),
            _ => "on",
        });
        if (LogDuringShutdown is { } during) hocon.Append("akka.log-dead-letters-during-shutdown = ").AppendLine(during.ToHocon());
        if (LogSuspendDuration is { } suspend)
        {
            hocon.Append("akka.log-dead-letters-suspend-duration = ").AppendLine(suspend.ToHocon(allowInfinite: true, zeroIsInfinite: true));
        }

        return hocon.ToString();
    }
}
