using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Internal;
using Akka.TestKit.Internal.StringMatcher;

namespace Akka.TestKit;

/// <summary>
/// Makes event filters. Of a message's conditions the first that is given counts: the whole message, its start, or a part of it, in whatever case; or a
/// regular expression. A source is the path of an actor, with or without its address, or the name that it was logged under.
/// </summary>
public class EventFilterFactory
{
    private readonly TestKitBase _testkit;
    private readonly ActorSystem _system;
    private readonly IReadOnlyList<EventFilterBase> _filters;

    /// <summary>Makes filters for the test kit's system.</summary>
    public EventFilterFactory(TestKitBase testkit) : this(testkit, testkit.Sys)
    {
    }

    /// <summary>Makes filters for a system.</summary>
    public EventFilterFactory(TestKitBase testkit, ActorSystem system) : this(testkit, system, [])
    {
    }

    /// <summary>Makes filters that are applied together with others.</summary>
    public EventFilterFactory(TestKitBase testkit, ActorSystem actorSystem, IReadOnlyList<EventFilterBase> filters)
    {
        _testkit = testkit;
        _system = actorSystem;
        _filters = filters;
    }

    /// <summary>Errors with an exception of the type; the message is the event's or the exception's.</summary>
    public IEventFilterApplier Exception<TException>(
        string? message = null, string? start = null, string? contains = null, string? source = null)
        where TException : Exception => Exception(typeof(TException), message, start, contains, source);

    /// <summary>Errors with an exception of the type; the message is the event's or the exception's.</summary>
    public IEventFilterApplier Exception<TException>(Regex pattern, string? source = null) where TException : Exception =>
        Exception(typeof(TException), pattern, source);

    /// <summary>Errors with an exception of the type, or with one inside of another where this is asked for.</summary>
    public IEventFilterApplier Exception(
        Type exceptionType,
        string? message = null,
        string? start = null,
        string? contains = null,
        string? source = null,
        bool checkInnerExceptions = false) =>
        Applier(new ErrorFilter(exceptionType, CreateMessageMatcher(message, start, contains), SourceMatcher(source), checkInnerExceptions));

    /// <summary>Errors with an exception of the type, or with one inside of another where this is asked for.</summary>
    public IEventFilterApplier Exception(Type exceptionType, Regex pattern, string? source = null, bool checkInnerExceptions = false) =>
        Applier(new ErrorFilter(exceptionType, new RegexMatcher(pattern), SourceMatcher(source), checkInnerExceptions));

    /// <summary>Events of a level.</summary>
    public IEventFilterApplier ForLogLevel(
        LogLevel logLevel, string? message = null, string? start = null, string? contains = null, string? source = null) =>
        Applier(logLevel, CreateMessageMatcher(message, start, contains), source);

    /// <summary>Events of a level.</summary>
    public IEventFilterApplier ForLogLevel(LogLevel logLevel, Regex pattern, string? source = null) =>
        Applier(logLevel, new RegexMatcher(pattern), source);

    /// <summary>Error events.</summary>
    public IEventFilterApplier Error(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.ErrorLevel, message, start, contains, source);

    /// <summary>Error events.</summary>
    public IEventFilterApplier Error(Regex pattern, string? source = null) => ForLogLevel(LogLevel.ErrorLevel, pattern, source);

    /// <summary>Warning events.</summary>
    public IEventFilterApplier Warning(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.WarningLevel, message, start, contains, source);

    /// <summary>Warning events.</summary>
    public IEventFilterApplier Warning(Regex pattern, string? source = null) => ForLogLevel(LogLevel.WarningLevel, pattern, source);

    /// <summary>Info events.</summary>
    public IEventFilterApplier Info(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.InfoLevel, message, start, contains, source);

    /// <summary>Info events.</summary>
    public IEventFilterApplier Info(Regex pattern, string? source = null) => ForLogLevel(LogLevel.InfoLevel, pattern, source);

    /// <summary>Debug events.</summary>
    public IEventFilterApplier Debug(string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.DebugLevel, message, start, contains, source);

    /// <summary>Debug events.</summary>
    public IEventFilterApplier Debug(Regex pattern, string? source = null) => ForLogLevel(LogLevel.DebugLevel, pattern, source);

    /// <summary>Dead letters.</summary>
    public IEventFilterApplier DeadLetter() => Applier(new DeadLettersFilter(null, null));

    /// <summary>Dead letters with a message of the type.</summary>
    /// <param name="source">The path of the recipient.</param>
    public IEventFilterApplier DeadLetter<TMessage>(string? source = null) => DeadLetter(typeof(TMessage), source);

    /// <summary>Dead letters with a message of the type for which the function holds.</summary>
    /// <param name="isMatch">The function.</param>
    /// <param name="source">The path of the recipient.</param>
    public IEventFilterApplier DeadLetter<TMessage>(Func<TMessage, bool> isMatch, string? source = null) =>
        DeadLetter(typeof(TMessage), message => isMatch((TMessage)message), source);

    /// <summary>Dead letters with a message of the type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="source">The path of the recipient.</param>
    public IEventFilterApplier DeadLetter(Type type, string? source = null) => DeadLetter(type, _ => true, source);

    /// <summary>Dead letters with a message of the type for which the function holds.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isMatch">The function.</param>
    /// <param name="source">The path of the recipient.</param>
    public IEventFilterApplier DeadLetter(Type type, Func<object, bool> isMatch, string? source = null) => Applier(
        new DeadLettersFilter(null, SourceMatcher(source), letter => type.IsInstanceOfType(letter.Message) && isMatch(letter.Message)));

    /// <summary>Events for which the predicate holds.</summary>
    public IEventFilterApplier Custom(Predicate<LogEvent> predicate) => Applier(new CustomEventFilter(predicate));

    /// <summary>Events of the type for which the predicate holds.</summary>
    public IEventFilterApplier Custom<TLogEvent>(Predicate<TLogEvent> predicate) where TLogEvent : LogEvent =>
        Custom(logEvent => logEvent is TLogEvent typed && predicate(typed));

    /// <summary>The matcher of the first condition that is given; of any message where none is.</summary>
    protected static IStringMatcher CreateMessageMatcher(string? message, string? start, string? contains) => (message, start, contains) switch
    {
        ({ } whole, _, _) => new EqualsString(whole),
        (_, { } beginning, _) => new StartsWithString(beginning),
        (_, _, { } part) => new ContainsString(part),
        _ => MatchesAll.Instance,
    };

    /// <summary>Applies a filter together with those that this was made with.</summary>
    protected IEventFilterApplier CreateApplier(EventFilterBase filter, ActorSystem system) =>
        new InternalEventFilterApplier(_testkit, system, [.. _filters, filter]);

    private IEventFilterApplier Applier(EventFilterBase filter) => CreateApplier(filter, _system);

    private IEventFilterApplier Applier(LogLevel level, IStringMatcher message, string? source) => Applier(level switch
    {
        LogLevel.DebugLevel => new DebugFilter(message, SourceMatcher(source)),
        LogLevel.InfoLevel => new InfoFilter(message, SourceMatcher(source)),
        LogLevel.WarningLevel => new WarningFilter(message, SourceMatcher(source)),
        LogLevel.ErrorLevel => new ErrorFilter(message, SourceMatcher(source)),
        _ => throw new ArgumentException($"Unknown log level {level}", nameof(level)),
    });

    private static EqualsStringAndPathMatcher? SourceMatcher(string? source) => source is null ? null : new EqualsStringAndPathMatcher(source);
}
