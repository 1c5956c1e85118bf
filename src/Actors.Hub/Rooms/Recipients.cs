using Actors.Datagrams;

namespace Actors.Hub.Rooms;

/// <summary>
/// The members of a room at one moment, by what they receive: a snapshot that is never written to again. Messages with the same snapshot
/// go out together.
/// </summary>
internal sealed record Recipients(DestinationList Plain, DestinationList Lines)
{
    public static readonly Recipients None = new(DestinationList.Empty, DestinationList.Empty);

    public int Count => Plain.Count + Lines.Count;
}
