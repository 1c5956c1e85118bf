using Akka.Actor;

namespace Akka.Event;

/// <summary>Who logs, as text and as type.</summary>
public readonly struct LogSource
{
    private LogSource(string source, Type type)
    {
        Source = source;
        Type = type;
    }

    /// <summary>Who logs: a path for actors, a name else.</summary>
    public string Source { get; }

    /// <summary>The class of who logs.</summary>
    public Type Type { get; }

    /// <summary>The source that an object stands for, where no system is known.</summary>
    public static LogSource Create(object o) => o switch
    {
        LogSource made => made,
        IActorContext context => new LogSource(context.Self.Path.ToString(), SourceType(o)),
        IActorRef actor => new LogSource(actor.Path.ToString(), SourceType(o)),
        string text => new LogSource(text, SourceType(o)),
        ActorSystem system => new LogSource(FromSystem(system), SourceType(o)),
        Type type => new LogSource(Logging.SimpleName(type), type),
        _ => new LogSource(Logging.SimpleName(o), SourceType(o)),
    };

    /// <summary>The source that an object of a system stands for; names carry the system's.</summary>
    public static LogSource Create(object o, ActorSystem system) => o switch
    {
        LogSource made => made,
        IActorContext context => new LogSource(FromActor(context, system), SourceType(o)),
        IActorRef actor => new LogSource(FromActorRef(actor, system), SourceType(o)),
        string text => new LogSource(FromString(text, system), SourceType(o)),
        ActorSystem other => new LogSource(FromSystem(other), SourceType(o)),
        Type type => new LogSource(FromType(type, system), type),
        _ => new LogSource(FromType(o.GetType(), system), SourceType(o)),
    };

    /// <summary>A source of this text and type, taken as they are.</summary>
    public static LogSource Create(string source, Type t) => new(source, t);

    /// <summary>The type that an object stands for.</summary>
    public static Type SourceType(object o) => o switch
    {
        Type type => type,
        IActorContext context => context.Props.Type,
        string => typeof(DummyClassForStringSources),
        _ => o.GetType(),
    };

    /// <summary>A type's name, and the system's address.</summary>
    public static string FromType(Type t, ActorSystem system) => FromString(Logging.SimpleName(t), system);

    /// <summary>A text, and the system's address.</summary>
    public static string FromString(string source, ActorSystem system) => $"{source} ({system})";

    /// <summary>The path of a context's actor.</summary>
    public static string FromActor(IActorContext actor, ActorSystem system) => FromActorRef(actor.Self, system);

    /// <summary>An actor's path, with its address.</summary>
    public static string FromActorRef(IActorRef a, ActorSystem system) => a.Path.ToString();

    private static string FromSystem(ActorSystem system) => $"ActorSystem({system.Name})";
}
