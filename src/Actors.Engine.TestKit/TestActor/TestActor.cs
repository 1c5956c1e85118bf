namespace Akka.TestKit;

/// <summary>What can be told to a test actor to change how it treats messages, and names for the answers of auto-pilots.</summary>
public static partial class TestActor
{
    /// <summary>Says whether a message is dropped unexamined.</summary>
    public delegate bool Ignore(object message);

    /// <summary>See <see cref="AutoPilot.KeepRunning"/>.</summary>
    public static AutoPilot KeepRunning => TestKit.KeepRunning.Instance;

    /// <summary>See <see cref="AutoPilot.NoAutoPilot"/>.</summary>
    public static AutoPilot NoAutoPilot => TestKit.NoAutoPilot.Instance;

    /// <summary>See <see cref="NullMessageEnvelope"/>.</summary>
    public static NullMessageEnvelope NullMessage => NullMessageEnvelope.Instance;
}
