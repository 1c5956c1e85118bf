using Akka.TestKit.Xunit2.Internals;
using Xunit;

namespace Akka.TestKit.Xunit2;

/// <summary>Fails a test by xUnit's exceptions.</summary>
public class XunitAssertions : ITestKitAssertions
{
    /// <inheritdoc />
    public void Fail(string format = "", params object?[] args) => Assert.Fail(AssertionMessage.Of(format, args));

    /// <inheritdoc />
    public void AssertTrue(bool condition, string format = "", params object?[] args)
    {
        if (!condition) Assert.True(false, AssertionMessage.Of(format, args));
    }

    /// <inheritdoc />
    public void AssertFalse(bool condition, string format = "", params object?[] args)
    {
        if (condition) Assert.False(true, AssertionMessage.Of(format, args));
    }

    /// <inheritdoc />
    public void AssertEqual<T>(T expected, T actual, string format = "", params object?[] args) =>
        AssertEqual(expected, actual, new AkkaAssertEqualityComparer<T>().Equals, format, args);

    /// <inheritdoc />
    public void AssertEqual<T>(T expected, T actual, Func<T, T, bool> comparer, string format = "", params object?[] args)
    {
        if (!comparer(expected, actual)) throw AkkaEqualException.ForMismatchedValues(expected, actual, format, args);
    }
}
