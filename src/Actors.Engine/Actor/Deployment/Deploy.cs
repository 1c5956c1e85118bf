using Akka.Configuration;

namespace Akka.Actor;

/// <summary>How an actor is run: its dispatcher, mailbox, stash and scope, where they are not the default ones. Immutable.</summary>
public class Deploy : IEquatable<Deploy>
{
    /// <summary>No dispatcher is named.</summary>
    public static readonly string NoDispatcherGiven = string.Empty;

    /// <summary>No mailbox is named.</summary>
    public static readonly string NoMailboxGiven = string.Empty;

    /// <summary>No scope is named.</summary>
    public static readonly Scope NoScopeGiven = null!;

    /// <summary>No capacity of the stash is given.</summary>
    public static readonly int NoStashSize = -1;

    /// <summary>In this process.</summary>
    public static readonly Deploy Local = new(LocalScope.Instance);

    /// <summary>Nothing is said.</summary>
    public static readonly Deploy None = new();

    /// <summary>Says nothing.</summary>
    public Deploy() : this(NoScopeGiven) { }

    /// <summary>Says where.</summary>
    public Deploy(Scope scope) => Scope = scope;

    /// <summary>Says where the actors at a path below <c>/user</c> live.</summary>
    public Deploy(string path, Scope scope) : this(scope) => Path = path;

    /// <summary>Of which actors it speaks, below <c>/user</c>; empty for that of the props.</summary>
    public string Path { get; private init; } = string.Empty;

    /// <summary>The section of the configuration that says so.</summary>
    public Config Config { get; internal init; } = Config.Empty;

    /// <summary>The configured path of the dispatcher, or <see cref="NoDispatcherGiven"/>.</summary>
    public string Dispatcher { get; private init; } = NoDispatcherGiven;

    /// <summary>The configured path of the mailbox, or <see cref="NoMailboxGiven"/>.</summary>
    public string Mailbox { get; private init; } = NoMailboxGiven;

    /// <summary>Where the actor is to live, or <see cref="NoScopeGiven"/>.</summary>
    public Scope Scope { get; private init; }

    /// <summary>How many messages a bounded stash holds, or <see cref="NoStashSize"/>.</summary>
    public int StashCapacity { get; private init; } = NoStashSize;

    /// <summary>The same with another dispatcher.</summary>
    public virtual Deploy WithDispatcher(string dispatcher) => Copy(dispatcher: dispatcher);

    /// <summary>The same with another mailbox.</summary>
    public virtual Deploy WithMailbox(string mailbox) => Copy(mailbox: mailbox);

    /// <summary>The same with another scope.</summary>
    public virtual Deploy WithScope(Scope scope) => Copy(scope: scope);

    /// <summary>The same with another capacity of the stash.</summary>
    public virtual Deploy WithStashCapacity(int stashSize) => Copy(stashCapacity: stashSize);

    /// <summary>What this leaves out is taken from <paramref name="other"/>.</summary>
    public virtual Deploy WithFallback(Deploy other) => ReferenceEquals(other, None) ? this : new(Path, Scope ?? other.Scope)
    {
        Config = ReferenceEquals(Config, other.Config) ? Config : Config.WithFallback(other.Config),
        Dispatcher = Dispatcher == NoDispatcherGiven ? other.Dispatcher : Dispatcher,
        Mailbox = Mailbox == NoMailboxGiven ? other.Mailbox : Mailbox,
        StashCapacity = StashCapacity == NoStashSize ? other.StashCapacity : StashCapacity,
    };

    /// <inheritdoc />
    public bool Equals(Deploy? other) =>
        other is not null && Dispatcher == other.Dispatcher && Mailbox == other.Mailbox && StashCapacity == other.StashCapacity && (Scope?.Equals(other.Scope) ?? other.Scope is null);

    private Deploy Copy(string? dispatcher = null, string? mailbox = null, Scope? scope = null, int? stashCapacity = null) => new(Path, scope ?? Scope)
    {
        Config = Config,
        Dispatcher = dispatcher ?? Dispatcher,
        Mailbox = mailbox ?? Mailbox,
        StashCapacity = stashCapacity ?? StashCapacity,
    };
}
