using Akka.TestKit.Xunit2;
using Xunit.Sdk;

namespace Actors.Engine.TestKit.Tests;

public class XunitAssertionsSpecs
{
    private readonly XunitAssertions _assertions = new();

    [Theory]
    [InlineData("{Value} with placeholders {0}", null, "{Value} with placeholders {0}")]
    [InlineData("Meaning: {0}", 42, "Meaning: 42")]
    [InlineData("Meaning: {0} {1}", 42, "Could not string.Format")]
    public void A_message_is_formatted_where_there_are_arguments_and_shown_raw_where_it_cannot_be(string format, object? arg, string expected)
    {
        object[] args = arg is null ? [] : [arg];
        Action[] failures =
        [
            () => _assertions.Fail(format, args),
            () => _assertions.AssertTrue(false, format, args),
            () => _assertions.AssertFalse(true, format, args),
            () => _assertions.AssertEqual(4, 2, format, args),
            () => _assertions.AssertEqual(4, 2, (_, _) => false, format, args),
        ];
        foreach (var failure in failures) Assert.Contains(expected, Assert.ThrowsAny<XunitException>(failure).Message);
    }

    [Fact]
    public void What_holds_does_not_fail()
    {
        _assertions.AssertTrue(true);
        _assertions.AssertFalse(false);
        _assertions.AssertEqual("a", "a");
        _assertions.AssertEqual<object?>(null, null);
        _assertions.AssertEqual(1, 2, (_, _) => true);
        _assertions.AssertEqual<IEnumerable<int>>([1, 2], [1, 2]);
    }

    [Fact]
    public void Unequal_values_are_both_shown()
    {
        var failure = Assert.ThrowsAny<XunitException>(() => _assertions.AssertEqual("wanted", "gotten"));
        Assert.Contains("wanted", failure.Message);
        Assert.Contains("gotten", failure.Message);
        Assert.ThrowsAny<XunitException>(() => _assertions.AssertEqual<object?>(null, "a"));
        Assert.ThrowsAny<XunitException>(() => _assertions.AssertEqual<IEnumerable<int>>([1, 2], [1, 2, 3]));
    }
}
