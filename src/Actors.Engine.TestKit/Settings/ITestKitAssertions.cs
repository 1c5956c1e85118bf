namespace Akka.TestKit;

/// <summary>How a test framework is told that something is not as it should be. The format takes its arguments as string.Format does.</summary>
public interface ITestKitAssertions
{
    /// <summary>Fails the test.</summary>
    void Fail(string format = "", params object?[] args);

    /// <summary>Fails the test where the condition is false.</summary>
    void AssertTrue(bool condition, string format = "", params object?[] args);

    /// <summary>Fails the test where the condition is true.</summary>
    void AssertFalse(bool condition, string format = "", params object?[] args);

    /// <summary>Fails the test where the values are not equal.</summary>
    void AssertEqual<T>(T expected, T actual, string format = "", params object?[] args);

    /// <summary>Fails the test where the values are not equal by the comparer.</summary>
    void AssertEqual<T>(T expected, T actual, Func<T, T, bool> comparer, string format = "", params object?[] args);
}
