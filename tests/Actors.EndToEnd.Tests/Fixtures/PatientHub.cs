namespace Actors.EndToEnd.Tests.Fixtures;

/// <summary>One hub for a class of tests in which nobody is to fall silent: its interval is longer than they take.</summary>
public sealed class PatientHub : IDisposable
{
    public RunningHub Hub { get; } = new("--set", "hub.interval=120s");

    public void Dispose() => Hub.Dispose();
}
