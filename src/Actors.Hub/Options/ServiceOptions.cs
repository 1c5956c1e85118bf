namespace Actors.Hub;

/// <summary>What a listener's service may be told (<c>hub.listeners.NAME</c>); each service reads its own part.</summary>
public sealed record ServiceOptions
{
    /// <summary>Longest <see cref="Prefix"/>, <see cref="Reply"/>, <see cref="Away"/>, in bytes: what common clients read.</summary>
    public const int MaxTextBytes = 1_024;

    /// <summary>Longest <see cref="Delay"/>.</summary>
    public static readonly TimeSpan MaxDelay = TimeSpan.FromMinutes(10);

    /// <summary>The defaults.</summary>
    public static ServiceOptions Default { get; } = new();

    /// <summary>
    /// How long the service takes over each datagram of an endpoint, whose others wait for their turn; 0 to <see cref="MaxDelay"/>.
    /// </summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Prefix service: what stands before the datagram's bytes.</summary>
    public string Prefix { get; init; } = "server send data:";

    /// <summary>Prefix service: whether <c>q</c> closes the whole service, and not only its endpoint's session.</summary>
    public bool StopOnQ { get; init; }

    /// <summary>Canned service: the answer to every datagram.</summary>
    public string Reply { get; init; } = "xxxx";

    /// <summary>Desk: what each person hears once while the operator is away; empty for nothing.</summary>
    public string Away { get; init; } = "";
}
