using System.Net;

namespace Actors.Server.Demo;

/// <summary>One node of the demo, as its operator and its clients meet it.</summary>
internal interface IDemoNode : IDisposable
{
    string Name { get; }

    /// <summary>Where the clients of a room send to.</summary>
    IPEndPoint Of(string room);

    /// <summary>The members that it lists, of every node, as IP:PORT.</summary>
    Task<IReadOnlyCollection<string>> MembersAsync();

    /// <summary>How many members of other nodes have left with the reason "node lost".</summary>
    Task<long> LostMembersAsync();

    /// <summary>Ends without a word, as a machine whose power fails.</summary>
    void Kill();
}
