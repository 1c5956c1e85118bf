using System.IO.Enumeration;
using Akka.Event;

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

    /// <summary>A selection that starts from <paramref name="anchor"/>.</summary>
    public ActorSelection(IActorRef anchor, IEnumerable<string> elements)
    {
        Anchor = anchor;
        Path = elements.Where(e => e.Length > 0).Select(Parse).ToArray();
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
                    FanOut(current, pattern.PatternStr, elements[(i + 1)..], sender, selection.Message);
                    return;
            }
        }

        // An actor answers Identify in its own turn, as it does everything.
        current.Tell(selection.Message, sender);
    }

    private static void FanOut(IInternalActorRef parent, string pattern, SelectionPathElement[] rest, IActorRef? sender, object message)
    {
        if (parent is not LocalActorRef local) return;
        foreach (var child in local.Cell.GetChildren().Where(c => FileSystemName.MatchesSimpleExpression(pattern, c.Path.Name, ignoreCase: false)))
            Deliver(child, sender, new ActorSelectionMessage(message, rest, wildCardFanOut: true));
    }

    private static void Bury(IInternalActorRef last, SelectionPathElement[] rest, IActorRef? sender, ActorSelectionMessage selection)
    {
        if (Futures.SystemOf(last) is not { } system) return;
        var nowhere = new EmptyLocalActorRef(last.Path / rest.Select(e => e.ToString()!), system.EventStream);
        nowhere.Tell(new ActorSelectionMessage(selection.Message, rest, selection.WildCardFanOut), sender);
    }

    private static SelectionPathElement Parse(string element) =>
        element == ".." ? new SelectParent()
        : element.Contains('*') || element.Contains('?') ? new SelectChildPattern(element)
        : new SelectChildName(element);
}
