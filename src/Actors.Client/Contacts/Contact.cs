using Actors.Client.Network;

namespace Actors.Client.Contacts;

/// <summary>One line of the address book.</summary>
/// <param name="Number">From 1, in the file's order.</param>
/// <param name="Name">Safe to print.</param>
/// <param name="Address">Where this one is reached.</param>
internal sealed record Contact(int Number, string Name, PeerAddress Address);
