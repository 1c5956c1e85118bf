namespace Akka.TestKit;

/// <summary>Event filters that mute until they are told, or disposed.</summary>
public interface IUnmutableFilter : IDisposable
{
    /// <summary>Ends it.</summary>
    void Unmute();
}
