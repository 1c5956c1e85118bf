namespace Actors.Hub.Services.Desk;

/// <summary>What the desk remembers of somebody who wrote.</summary>
internal sealed class DeskVisitor
{
    public DeskPerson Person { get; set; }

    /// <summary>Messages since the operator's last answer; somebody who has some waits.</summary>
    public int Unanswered { get; set; }

    /// <summary>When the first of those came.</summary>
    public DateTimeOffset WaitsSince { get; set; }

    /// <summary>Which away text it has been told; 0 for none.</summary>
    public int AwayTold { get; set; }
}
