using Akka.Configuration;

namespace Akka.Actor;

/// <summary>
/// What the configuration under <c>akka.actor.deployment</c> says of actors by their paths below <c>/user</c>. A name of <c>*</c> stands
/// for any one, <c>**</c> at the end for any path from there. A name goes before <c>*</c>, that before <c>**</c>.
/// </summary>
public class Deployer
{
    private readonly Node _root = new();
    private volatile bool _isEmpty = true;

    /// <summary>Reads the configuration. Throws <see cref="IllegalActorNameException"/> for a path that no actor can have.</summary>
    public Deployer(Settings settings)
    {
        var section = settings.Config.GetConfig("akka.actor.deployment");
        if (section is null) return;
        var defaults = section.GetConfig("default");
        foreach (var (path, value) in section.AsEnumerable())
            if (path != "default" && value.IsObject())
                SetDeploy(Read(path, value.ToConfig().WithFallback(defaults)));
    }

    /// <summary>What is said of the actor at a full path; <see cref="Deploy.None"/> where that is not below <c>/user</c>, null for nothing.</summary>
    public Deploy? Lookup(ActorPath path)
    {
        var elements = path.Elements;
        return elements.Count < 2 || elements[0] != "user" ? Deploy.None : Lookup(elements.Skip(1));
    }

    /// <summary>What is said of the actor at a path below <c>/user</c>; null for nothing.</summary>
    public Deploy? Lookup(IEnumerable<string> path) => Find(_root, [.. path]);

    /// <summary>Says something of the actors at the <see cref="Deploy.Path"/>.</summary>
    public void SetDeploy(Deploy deploy)
    {
        lock (_root)
        {
            var node = _root;
            foreach (var name in deploy.Path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            {
                if (name is not ("*" or "**") && !ActorPath.IsValidPathElement(name))
                    throw new IllegalActorNameException($"Illegal actor name [{name}] in deployment [{deploy.Path}].");
                node = node.Below(name);
            }

            node.Deploy = deploy;
            _isEmpty = false;
        }
    }

    /// <summary>The props of an actor that is to be made, with what the configuration says instead of what they say themselves.</summary>
    internal Props Deployed(Props props, LocalActorRef parent, string name) =>
        _isEmpty || parent.IsRoot || Lookup(parent.Path / name) is not { } deploy || ReferenceEquals(deploy, Deploy.None)
            ? props
            : props.WithDeploy(deploy);

    private static Deploy Read(string path, Config config)
    {
        var deploy = new Deploy(path, Deploy.NoScopeGiven) { Config = config };
        if (config.GetString("dispatcher") is { Length: > 0 } dispatcher) deploy = deploy.WithDispatcher(dispatcher);
        if (config.GetString("mailbox") is { Length: > 0 } mailbox) deploy = deploy.WithMailbox(mailbox);
        return deploy.WithStashCapacity(config.GetInt("stash-capacity", Deploy.NoStashSize));
    }

    private Deploy? Find(Node node, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty) return node.Deploy;
        lock (_root)
        {
            return (node[path[0]] is { } named ? Find(named, path[1..]) : null)
                ?? (node["*"] is { } any ? Find(any, path[1..]) : null)
                ?? node["**"]?.Deploy;
        }
    }

    private sealed class Node
    {
        private readonly Dictionary<string, Node> _below = [];

        internal Deploy? Deploy;

        internal Node? this[string name] => _below.GetValueOrDefault(name);

        internal Node Below(string name)
        {
            if (!_below.TryGetValue(name, out var node)) _below.Add(name, node = new Node());
            return node;
        }
    }
}
