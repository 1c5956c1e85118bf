using Xunit.Sdk;

namespace Akka.TestKit.Xunit2.Internals;

/// <summary>Two values should have been equal.</summary>
public class AkkaEqualException : XunitException
{
    /// <summary>With a message that is formatted as by string.Format.</summary>
    public AkkaEqualException(string format = "", params object?[] args) : base(AssertionMessage.Of(format, args))
    {
    }

    /// <summary>With a message that shows both values, behind the given one.</summary>
    public static AkkaEqualException ForMismatchedValues(object? expected, object? actual, string? format = null, params object?[] args)
    {
        var reason = string.IsNullOrEmpty(format) ? "AkkaEqualException: Values differ" : AssertionMessage.Of(format, args);
        var newLine = Environment.NewLine;
        return new AkkaEqualException(
            $"{reason}{newLine}Expected: {ArgumentFormatter.Format(expected)}{newLine}Actual:   {ArgumentFormatter.Format(actual)}");
    }
}
