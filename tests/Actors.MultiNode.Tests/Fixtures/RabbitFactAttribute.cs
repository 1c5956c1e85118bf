using Actors.Server.Demo.Processes;

namespace Actors.MultiNode.Tests.Fixtures;

/// <summary>
/// A test that needs a broker. Where there is none it is skipped and says how to have one; with CI=true it runs, and fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public class RabbitFactAttribute : FactAttribute
{
    public RabbitFactAttribute()
    {
        if (PrivateBroker.WhyNot is { } why && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = $"NOT RUN: {why} ({PrivateBroker.HowToInstall})";
    }
}
