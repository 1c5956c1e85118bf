using Akka.Util;

namespace Akka.Actor;

/// <summary>The actors at a path, with wildcards; looked up for every message.</summary>
public class ActorSelection : ICanTell
{
    /// <summary>A selection that starts from <paramref name="anchor"/>.</summary>
    public ActorSelection(IActorRef anchor, SelectionPathElement[] path)
    {
        Anchor = anchor;
        Path = path;
    }

    /// <summary>A selection that starts from <paramref name="anchor"/>.</summary>
    public ActorSelection(IActorRef anchor, string path) : this(anchor, string.IsNullOrEmpty(path) ? [] : path.Split('/')) { }

    /// <summary>
    /// A selection that starts from <paramref name="anchor"/>. Throws <see cref="IllegalActorNameException"/> for a <c>**</c> that is not the last.
    /// </summary>
    public ActorSelection(IActorRef anchor, IEnumerable<string> elements)
    {
        Anchor = anchor;
        Path = elements.Where(e => e.Length > 0).Select(Parse).ToArray();
        if (Path.SkipLast(1).Any(e => e is SelectChildRecursive))
            throw new IllegalActorNameException("Double wildcard can only appear at the last path entry");
    }

    /// <summary>Where the path begins.</summary>
    public IActorRef Anchor { get; }

    /// <summary>The steps.</summary>
    public SelectionPathElement[] Path { get; }

    /// <summary>The steps as text.</summary>
    public string PathString => string.Join("/", (object[])Path);

    /// <summary>Sends the message to every actor there.</summary>
    public void Tell(object message, IActorRef? sender = null) =>
        Deliver(Anchor, sender ?? ActorCell.CurrentSelfOrNoSender(), new ActorSelectionMessage(message, Path));

    /// <summary>The one actor there. Fails with <see cref="ActorNotFoundException"/> where none answers in time.</summary>
    public Task<IActorRef> ResolveOne(TimeSpan timeout) => ResolveOne(timeout, CancellationToken.None);

    /// <summary>The one actor there. Fails with <see cref="ActorNotFoundException"/> where none answers in time.</summary>
    public async Task<IActorRef> ResolveOne(TimeSpan timeout, CancellationToken ct)
    {
        try
        {
            var identity = await this.Ask<ActorIdentity>(new Identify(null!), timeout, ct).ConfigureAwait(false);
            return identity.Subject ?? throw new ActorNotFoundException("subject was null");
        }
        catch (Exception e) when (e is not ActorNotFoundException)
        {
            throw new ActorNotFoundException("Exception occurred while resolving ActorSelection", e);
        }
    }

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ActorSelection other && Equals(other);

    /// <summary>Equality by anchor and steps.</summary>
    protected bool Equals(ActorSelection other) => Equals(Anchor, other.Anchor) && PathString == other.PathString;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Anchor, PathString);

    /// <inheritdoc />
    public override string ToString() =>
        $"ActorSelection[Anchor({Anchor.Path}{(Anchor.Path.Uid == ActorCell.UndefinedUid ? "" : "#" + Anchor.Path.Uid)}), Path(/{PathString})]";

    /// <summary>Walks the tree by the steps left; the message goes to whoever is at its end.</summary>
    internal static void Deliver(IActorRef anchor, IActorRef? sender, ActorSelectionMessage selection)
    {
        var elements = selection.Elements;
        var current = (IInternalActorRef)anchor;
        for (var i = 0; i < elements.Length; i++)
        {
            if (current is EmptyLocalActorRef)
            {
                // Where nobody lives, the path leads nowhere either.
                current.Tell(new ActorSelectionMessage(selection.Message, elements[i..], selection.WildCardFanOut), sender);
                return;
            }

            switch (elements[i])
            {
                case SelectParent:
                    current = current.Parent;
                    break;
                case SelectChildName named:
                    var child = (IInternalActorRef)current.GetChild([named.Name]);
                    if (child.IsNobody())
                    {
                        Bury(current, elements[i..], sender, selection);
                        return;
                    }

                    current = child;
                    break;
                case SelectChildPattern pattern:
                    FanOut(current, Matching(current, pattern.PatternStr), elements[i..], elements[(i + 1)..], sender, selection);
                    return;
                case SelectChildRecursive:
                    // Whoever asks for all that there is must reckon with nothing.
                    foreach (var descendant in Descendants(current)) descendant.Tell(selection.Message, sender);
                    return;
            }
        }

        // An actor answers Identify in its own turn, as it does everything.
        current.Tell(selection.Message, sender);
    }

    private static void FanOut(
        IInternalActorRef parent, IReadOnlyList<IActorRef> found, SelectionPathElement[] left, SelectionPathElement[] rest, IActorRef? sender,
        ActorSelectionMessage selection)
    {
        if (found.Count == 0) Bury(parent, left, sender, selection);
        // Behind one match alone a path that leads nowhere is still a dead letter.
        var onward = new ActorSelectionMessage(selection.Message, rest, selection.WildCardFanOut || found.Count > 1);
        foreach (var child in found) Deliver(child, sender, onward);
    }

    private static List<IActorRef> Matching(IInternalActorRef parent, string pattern) =>
        [.. ChildrenOf(parent).Where(c => c.Path.Name.Like(pattern))];

    private static List<IActorRef> Descendants(IActorRef parent) =>
        [.. ChildrenOf(parent).SelectMany(child => Descendants(child).Prepend(child))];

    private static IEnumerable<IActorRef> ChildrenOf(IActorRef parent) => parent is LocalActorRef local ? local.Cell.GetChildren() : [];

    private static void Bury(IInternalActorRef last, SelectionPathElement[] rest, IActorRef? sender, ActorSelectionMessage selection)
    {
        if (selection.WildCardFanOut || Futures.SystemOf(last) is not { } system) return;
        var nowhere = new EmptyLocalActorRef(system.Provider, last.Path / rest.Select(e => e.ToString()!), system.EventStream);
        nowhere.Tell(new ActorSelectionMessage(selection.Message, rest), sender);
    }

    private static SelectionPathElement Parse(string element) => element switch
    {
        ".." => new SelectParent(),
        "**" => SelectChildRecursive.Instance,
        _ when element.Contains('*') || element.Contains('?') => new SelectChildPattern(element),
        _ => new SelectChildName(element),
    };
}
