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

    /// <summary>Who waits at the desk.</summary>
    WaitingReport Waiting();

    /// <summary>Answers somebody at the desk; see <see cref="DeskQueries.Reply"/>.</summary>
    DeskReply Reply(string to, string text);

    /// <summary>Gives somebody at the desk a name.</summary>
    DeskNamed Name(EndpointKey endpoint, string name);

    /// <summary>Sets what people at the desk are told once; empty for nothing.</summary>
    DeskAway SetAway(string text);

    /// <summary>Waits, for ever if need be, for what people at the desk write.</summary>
    DeskNews NextNews();

    /// <summary>Takes an endpoint out of quarantine.</summary>
    Pardoned Pardon(EndpointKey endpoint);
}
