namespace Actors.Server.Demo;

/// <summary>Where the demo plays: processes around a broker, or one process. Disposing leaves nothing behind.</summary>
internal interface IDemoStage : IDisposable
{
    /// <summary>What it is: the demo's first line.</summary>
    string Description { get; }

    /// <summary>Whether there is a broker that can be hung.</summary>
    bool HasBroker { get; }

    /// <summary>How a node is killed here, in brackets.</summary>
    string HowKilled { get; }

    /// <summary>Starts what the nodes need.</summary>
    /// <exception cref="InvalidOperationException">It cannot be; the message says why.</exception>
    Task OpenAsync(CancellationToken stop);

    /// <summary>Starts a node, or starts it again.</summary>
    /// <exception cref="InvalidOperationException">It cannot be; the message says why.</exception>
    Task<IDemoNode> StartNodeAsync(string name, CancellationToken stop);

    void HangBroker();

    void ResumeBroker();
}
