namespace Actors.Hub.Services.Time;

/// <summary>A time as <see cref="Strftime"/> shows it.</summary>
/// <param name="local">The time, with its offset from UTC.</param>
/// <param name="zoneOf">Gives the abbreviation of the zone at that time; asked only where a format wants it.</param>
public sealed class StrftimeMoment(DateTimeOffset local, Func<DateTimeOffset, string> zoneOf)
{
    /// <summary>The time on the clock of its zone, with the offset from UTC.</summary>
    public DateTimeOffset Local => local;

    /// <summary>The zone's abbreviation, such as CEST.</summary>
    public string Zone => zoneOf(local);
}
