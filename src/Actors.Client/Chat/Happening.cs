using Actors.Client.Network;

namespace Actors.Client.Chat;

/// <summary>What came next in a conversation.</summary>
internal abstract record Happening
{
    private Happening()
    {
    }

    /// <summary>A line was typed.</summary>
    public sealed record Typed(string Line) : Happening;

    /// <summary>No more lines will be typed.</summary>
    public sealed record InputEnded : Happening;

    /// <summary>The peer said something.</summary>
    public sealed record Heard(Datagram Datagram) : Happening;

    /// <summary>Nothing, for as long as was asked.</summary>
    public sealed record Nothing : Happening;
}
