using Akka.Event;

namespace Actors.Engine.Tests.Event;

/// <summary>What is printed of an event whose arguments do not fit its format.</summary>
public sealed class MalformedMessageTests
{
    [Fact]
    public void It_tells_level_template_and_arguments_and_keeps_the_cause()
    {
        var cause = new IOException("why");
        var message = new ArrayLogMessage(DefaultLogMessageFormatter.Instance, "{0} and {4}", ["one", 2]);
        var logged = new Warning(cause, "source", typeof(string), message);
        var failure = Assert.Throws<FormatException>(() => logged.ToString());

        var said = StandardOutLogger.MalformedMessage(logged, failure);
        Assert.Equal(
            "Received a malformed formatted message. Log level: [WarningLevel], Template: [{0} and {4}], args: [one, 2]", said.Message);
        Assert.Equal([failure, cause], Assert.IsType<AggregateException>(said.Cause).InnerExceptions);
        Assert.Equal("source", said.LogSource);
    }

    [Fact]
    public void Printing_it_does_not_throw()
    {
        var message = new TupleLogMessage<ValueTuple<int>>(DefaultLogMessageFormatter.Instance, "{0} and {4}", ValueTuple.Create(1));
        StandardOutLogger.PrintLogEvent(new Info("source", typeof(string), message), LogFilterEvaluator.NoFilters);
    }
}
