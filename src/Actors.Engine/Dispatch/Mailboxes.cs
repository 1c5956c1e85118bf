using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>A system's kinds of mailboxes, by their paths in the configuration.</summary>
public class Mailboxes
{
    /// <summary>The path of the default one.</summary>
    public static readonly string DefaultMailboxId = "akka.actor.default-mailbox";

    /// <summary>Nothing is required of the mailbox.</summary>
    public static readonly string NoMailboxRequirement = "";

    private readonly ActorSystem _system;
    private readonly ConcurrentDictionary<string, MailboxType> _byId = new();
    private readonly ConcurrentDictionary<(MessageDispatcherConfigurator, string Mailbox, Type Actor), MailboxType> _byUse = new();

    /// <summary>Called by the engine.</summary>
    public Mailboxes(ActorSystem system)
    {
        _system = system;
        DeadLetterMailbox = new DeadLetterMailbox(system.Dispatchers.DefaultGlobalDispatcher);
    }

    /// <summary>The mailbox of all actors that have stopped.</summary>
    public DeadLetterMailbox DeadLetterMailbox { get; }

    /// <summary>The kind of that path. Throws <see cref="ConfigurationException"/> where there is none.</summary>
    public MailboxType Lookup(string id) => _byId.GetOrAdd(id, Configure);

    /// <summary>The kind that has what an <see cref="IRequiresMessageQueue{T}"/> asks for.</summary>
    public MailboxType LookupByQueueType(Type queueType) =>
        _system.Settings.Config.GetString($"akka.actor.mailbox.requirements.\"{queueType.FullName}\"") is { } id
            ? Lookup(id)
            : throw new ConfigurationException($"Mailbox Mapping for [{queueType}] not configured");

    /// <summary>What an actor type asks of its mailbox, or null.</summary>
    public Type? GetRequiredType(Type actorType) => actorType.GetInterfaces()
        .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequiresMessageQueue<>))?.GetGenericArguments()[0];

    /// <summary>Whether an actor type asks anything of its mailbox.</summary>
    public bool HasRequiredType(Type actorType) => GetRequiredType(actorType) is not null;

    /// <summary>
    /// The mailbox of an actor: the one that its Props name, else its dispatcher's, else one that has what its type requires, else the default.
    /// </summary>
    internal MailboxType For(Props props, MessageDispatcherConfigurator dispatcher) =>
        _byUse.GetOrAdd((dispatcher, props.Mailbox, props.Type), static (use, mailboxes) => mailboxes.Choose(use.Item1, use.Mailbox, use.Actor), this);

    private MailboxType Choose(MessageDispatcherConfigurator dispatcher, string mailbox, Type actor) =>
        mailbox != Deploy.NoMailboxGiven ? Lookup(mailbox)
        : dispatcher.Config.HasPath("mailbox-type") ? Make(dispatcher.Config, dispatcher.Id)
        : GetRequiredType(actor) is { } required ? LookupByQueueType(required)
        : Lookup(DefaultMailboxId);

    private MailboxType Configure(string id)
    {
        var config = _system.Settings.Config;
        if (!config.HasPath(id)) throw new ConfigurationException($"Mailbox Type [{id}] not configured");
        return Make(config.GetConfig(id)!, id);
    }

    private MailboxType Make(Config section, string id)
    {
        var name = section.GetString("mailbox-type");
        if (string.IsNullOrEmpty(name)) throw new ConfigurationException($"The setting mailbox-type defined in [{id}] is empty");
        var type = ConfiguredType.Find(name) ?? throw new ConfigurationException($"Found mailbox-type [{name}] in configuration for [{id}], but could not find that type.");
        if (!typeof(MailboxType).IsAssignableFrom(type))
            throw new ConfigurationException($"Found mailbox-type [{name}] in configuration for [{id}], which is no {nameof(MailboxType)}.");
        return (MailboxType)Activator.CreateInstance(type, _system.Settings, section.WithFallback(_system.Settings.Config.GetConfig(DefaultMailboxId)))!;
    }
}
