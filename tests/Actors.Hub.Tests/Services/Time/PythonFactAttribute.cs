namespace Actors.Hub.Tests.Services.Time;

/// <summary>A test against Python 3. Where the system has none, it is skipped and says so; with CI=true it runs, and fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute()
    {
        var zonesAreHere = TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Kathmandu", out _);
        if (!(Python.IsHere && zonesAreHere) && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = "NOT RUN: python3 is not on the PATH, or the system has no time zones (apt-get install python3 tzdata)";
        }
    }
}
