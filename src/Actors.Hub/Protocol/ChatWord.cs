namespace Actors.Hub.Protocol;

/// <summary>What a datagram of the chat is.</summary>
public enum ChatWord
{
    /// <summary>Text for the room; an empty one too.</summary>
    Message,

    /// <summary><c>^hb^</c>: the member is there, and has nothing to say.</summary>
    Heartbeat,

    /// <summary><c>quit</c>: the member leaves.</summary>
    Quit,
}
