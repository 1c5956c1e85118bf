namespace Akka.TestKit.Internal.StringMatcher;

/// <summary>Says whether a text of a log event is one that a filter looks for.</summary>
public interface IStringMatcher
{
    /// <summary>Whether it is.</summary>
    bool IsMatch(string s);
}
