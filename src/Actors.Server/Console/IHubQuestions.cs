using Actors.Datagrams;
using Actors.Hub;

namespace Actors.Server.Console;

/// <summary>What the console asks of the hub. Each throws <see cref="TimeoutException"/> when the hub does not answer.</summary>
internal interface IHubQuestions
{
    /// <summary>Every member.</summary>
    ClientsReport Clients();

    /// <summary>Every room.</summary>
    RoomsReport Rooms();

    /// <summary>Every endpoint in quarantine.</summary>
    QuarantineReport Quarantine();

    /// <summary>What was counted, here and now.</summary>
    StatsReport Stats();

    /// <summary>Takes an endpoint out of quarantine.</summary>
    Pardoned Pardon(EndpointKey endpoint);
}
