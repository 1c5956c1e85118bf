using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace Actors.Engine.Specs.Ask;

/// <summary>A task's outcome as a message.</summary>
public sealed class PipeToSpecs : TestKit
{
    private readonly TaskCompletionSource<string> _source = new();

    [Fact]
    public void A_result_is_told()
    {
        _ = _source.Task.PipeTo(TestActor);
        _source.SetResult("result");
        ExpectMsg("result");
    }

    [Fact]
    public void A_task_without_a_result_tells_nothing()
    {
        _ = ((Task)_source.Task).PipeTo(TestActor);
        _source.SetResult("result");
        ExpectNoMsg(TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public void A_failure_is_told_as_such()
    {
        _ = _source.Task.PipeTo(TestActor);
        _ = ((Task)_source.Task).PipeTo(TestActor);
        _source.SetException(new InvalidOperationException("as told"));
        ExpectMsg<Status.Failure>(failure => failure.Cause.Message == "as told");
        ExpectMsg<Status.Failure>(failure => failure.Cause.Message == "as told");
    }

    [Fact]
    public void Both_may_be_made_into_something_else()
    {
        _ = _source.Task.PipeTo(TestActor, success: result => "a " + result);
        _ = Task.FromException<string>(new InvalidOperationException("as told")).PipeTo(TestActor, failure: error => "failed " + error.Message);
        ExpectMsg("failed as told");
        _source.SetResult("result");
        ExpectMsg("a result");
    }

    [Fact]
    public void A_value_task_is_piped_as_a_task_is()
    {
        _ = new ValueTask<string>("result").PipeTo(TestActor);
        ExpectMsg("result");
        _ = new ValueTask(_source.Task).PipeTo(TestActor, success: () => "done");
        _source.SetResult("result");
        ExpectMsg("done");
    }

    [Fact]
    public void The_sender_is_who_it_is_said_to_be()
    {
        var probe = CreateTestProbe();
        _ = _source.Task.PipeTo(TestActor, probe.Ref);
        _source.SetResult("result");
        ExpectMsg("result");
        Assert.Equal(probe.Ref, LastSender);
    }
}
