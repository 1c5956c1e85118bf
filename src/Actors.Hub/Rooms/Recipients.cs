using Actors.Datagrams;

namespace Actors.Hub.Rooms;

/// <summary>The members of a room at one moment, by what they receive: a snapshot that is never written to again.</summary>
internal sealed record Recipients(EndpointKey[] Plain, EndpointKey[] Lines)
{
    public static readonly Recipients None = new([], []);

    public int Count => Plain.Length + Lines.Length;
}
