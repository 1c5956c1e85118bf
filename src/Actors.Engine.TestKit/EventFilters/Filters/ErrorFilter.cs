using Akka.Event;
using Akka.TestKit.Internal.StringMatcher;

namespace Akka.TestKit.Internal;

/// <summary>Catches error events, of any kind or with an exception of a type.</summary>
public class ErrorFilter : EventFilterBase
{
    private readonly Type? _exceptionType;
    private readonly bool _recurseInnerExceptions;

    /// <summary>Catches errors; a matcher that is null matches anything.</summary>
    public ErrorFilter(IStringMatcher? messageMatcher = null, IStringMatcher? sourceMatcher = null)
        : this(null, messageMatcher, sourceMatcher)
    {
    }

    /// <summary>Catches errors whose cause is of the type; the message that is to match is the event's or the exception's.</summary>
    /// <param name="exceptionType">The type; null for any error.</param>
    /// <param name="messageMatcher">Null matches anything.</param>
    /// <param name="sourceMatcher">Null matches anything.</param>
    /// <param name="recurseInnerExceptions">Whether an inner exception may be the one.</param>
    public ErrorFilter(
        Type? exceptionType, IStringMatcher? messageMatcher = null, IStringMatcher? sourceMatcher = null, bool recurseInnerExceptions = false)
        : base(messageMatcher, sourceMatcher)
    {
        _exceptionType = exceptionType;
        _recurseInnerExceptions = recurseInnerExceptions;
    }

    /// <inheritdoc />
    protected override string FilterDescriptiveName => _exceptionType is null ? "Error" : $"Error with Cause <{_exceptionType}>";

    /// <inheritdoc />
    protected override bool IsMatch(LogEvent evt) => evt is Error error
        && (_exceptionType is null ? InternalDoMatch(error.LogSource, error.Message) : IsMatch(error, error.Cause));

    private bool IsMatch(Error error, Exception? cause)
    {
        if (cause is null) return false;
        if (_exceptionType!.IsInstanceOfType(cause)
            && (InternalDoMatch(error.LogSource, error.Message) || InternalDoMatch(error.LogSource, cause.Message))) return true;
        if (!_recurseInnerExceptions) return false;
        return cause is AggregateException several
            ? several.InnerExceptions.Any(inner => IsMatch(error, inner))
            : IsMatch(error, cause.InnerException);
    }
}
