using System.Text.RegularExpressions;
using Akka.Event;

namespace Actors.Engine.Specs.Event;

/// <summary>What each filter drops, case of letters aside, and in which order filters are asked.</summary>
public sealed class LogFilterSpecs
{
    [Theory]
    [InlineData("Akka.Tests", false)]
    [InlineData("akka.tests.Test2", false)]
    [InlineData("LOL.Akka.Tests", false)]
    [InlineData("Akka.Util", true)]
    public void A_source_that_contains_the_text_is_dropped(string source, bool kept)
        => Assert.Equal(kept, Keeps(new LogFilterBuilder().ExcludeSourceContaining("Akka.Tests"), source));

    [Theory]
    [InlineData("Akka.Tests", false)]
    [InlineData("Akka.Tests.Test2", false)]
    [InlineData("LOL.Akka.Tests", true)]
    public void A_source_that_starts_with_the_text_is_dropped(string source, bool kept)
        => Assert.Equal(kept, Keeps(new LogFilterBuilder().ExcludeSourceStartingWith("Akka.Tests"), source));

    [Theory]
    [InlineData("Akka.Tests", false)]
    [InlineData("Akka.Tests.Test2", true)]
    [InlineData("LOL.Akka.Tests", false)]
    public void A_source_that_ends_with_the_text_is_dropped(string source, bool kept)
        => Assert.Equal(kept, Keeps(new LogFilterBuilder().ExcludeSourceEndingWith("Akka.Tests"), source));

    [Theory]
    [InlineData("Akka.Tests", false)]
    [InlineData("AKKA.TESTS", false)]
    [InlineData("Akka.Tests.Test2", true)]
    public void A_source_that_is_the_text_is_dropped(string source, bool kept)
        => Assert.Equal(kept, Keeps(new LogFilterBuilder().ExcludeSourceExactly("Akka.Tests"), source));

    [Theory]
    [InlineData("a TEST it is", false)]
    [InlineData("nothing", true)]
    public void A_message_that_contains_the_text_is_dropped(string message, bool kept)
        => Assert.Equal(kept, Keeps(new LogFilterBuilder().ExcludeMessageContaining("test"), "source", message));

    [Fact]
    public void Expressions_are_taken_as_they_are()
    {
        var builder = new LogFilterBuilder().ExcludeSourceRegex(new Regex("^a.c$")).ExcludeMessageRegex(new Regex("[0-9]{3}"));
        Assert.False(Keeps(builder, "abc"));
        Assert.True(Keeps(builder, "ABC"));
        Assert.False(Keeps(builder, "source", "number 123"));
    }

    [Fact]
    public void A_filter_that_keeps_has_the_last_word()
    {
        var builder = new LogFilterBuilder().Add(new KeepAll()).ExcludeSourceContaining("source").ExcludeMessageContaining("message");
        Assert.True(Keeps(builder, "source", "message"));
    }

    [Fact]
    public void An_event_that_its_source_drops_is_never_made_into_text()
    {
        var evaluator = new LogFilterBuilder().ExcludeMessageContaining("x").ExcludeSourceContaining("noise").Build().CreateEvaluator();
        Assert.False(evaluator.EvaluatesLogSourcesOnly);
        Assert.False(evaluator.ShouldTryKeepMessage(new Debug("noise", typeof(string), new Untouchable()), out _));
        Assert.True(LogFilterEvaluator.NoFilters.EvaluatesLogSourcesOnly);
    }

    private static bool Keeps(LogFilterBuilder builder, string source, string message = "message")
        => builder.Build().CreateEvaluator().ShouldTryKeepMessage(new Debug(source, typeof(string), message), out _);

    private sealed class KeepAll : LogFilterBase
    {
        public override LogFilterType FilterType => LogFilterType.Source;

        public override LogFilterDecision ShouldKeepMessage(LogEvent content, string? expandedMessage = null) => LogFilterDecision.Keep;
    }

    private sealed class Untouchable
    {
        public override string ToString() => throw new InvalidOperationException("made into text");
    }
}
