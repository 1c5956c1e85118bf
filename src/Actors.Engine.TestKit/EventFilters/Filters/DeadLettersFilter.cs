using Akka.Event;
using Akka.TestKit.Internal;
using Akka.TestKit.Internal.StringMatcher;

namespace Akka.TestKit;

/// <summary>Catches dead letters, which the test event listener shows to filters as warnings from the recipient.</summary>
public sealed class DeadLettersFilter : EventFilterBase
{
    private readonly Predicate<DeadLetter>? _isMatch;

    /// <summary>Makes a filter; a matcher or predicate that is null matches anything.</summary>
    public DeadLettersFilter(IStringMatcher? messageMatcher, IStringMatcher? sourceMatcher, Predicate<DeadLetter>? isMatch = null)
        : base(messageMatcher, sourceMatcher) => _isMatch = isMatch;

    /// <inheritdoc />
    protected override string FilterDescriptiveName => "DeadLetter";

    /// <inheritdoc />
    protected override bool IsMatch(LogEvent evt) =>
        evt is Warning { Message: DeadLetter letter }
        && _isMatch?.Invoke(letter) != false
        && InternalDoMatch(evt.LogSource, letter.Message);
}
