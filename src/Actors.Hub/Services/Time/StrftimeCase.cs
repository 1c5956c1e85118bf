namespace Actors.Hub.Services.Time;

/// <summary>What <see cref="StrftimeOutput"/> does to ASCII letters.</summary>
internal enum StrftimeCase
{
    AsIs,
    Upper,
    Lower,
}
