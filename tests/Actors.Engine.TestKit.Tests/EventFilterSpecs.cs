using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit;
using Akka.TestKit.TestActors;
using Xunit.Sdk;

namespace Actors.Engine.TestKit.Tests;

public class EventFilterSpecs : Akka.TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    // Its listener hands to the test actor what no filter has caught.
    public EventFilterSpecs() : base($"akka.loglevel = DEBUG, akka.loggers = [\"{typeof(Forwarding).AssemblyQualifiedName}\"]")
    {
        // Events of the system's start must not be taken for the test's.
        Sys.EventStream.Publish(new Error(null!, "test", GetType(), new Forwarding.To(TestActor)));
        ExpectMsg("OK");
    }

    [Theory]
    [InlineData(LogLevel.DebugLevel)]
    [InlineData(LogLevel.InfoLevel)]
    [InlineData(LogLevel.WarningLevel)]
    [InlineData(LogLevel.ErrorLevel)]
    public void An_event_of_its_level_is_caught_and_others_are_not(LogLevel level)
    {
        var other = level == LogLevel.DebugLevel ? LogLevel.ErrorLevel : LogLevel.DebugLevel;
        EventFilter.ForLogLevel(level).ExpectOne(() =>
        {
            LogAt(other, "of another level");
            LogAt(level, "caught");
        });
        Assert.Equal("of another level", ExpectMsg<LogEvent>().Message);
        Assert.False(HasMessages);
    }

    [Fact]
    public void A_message_is_matched_whole_by_its_start_a_part_or_an_expression()
    {
        EventFilter.Info("whatever").ExpectOne(() => Log.Info("whatever"));
        EventFilter.Info(start: "what").ExpectOne(() => Log.Info("whatever"));
        EventFilter.Info(contains: "ate").ExpectOne(() => Log.Info("whatever"));
        EventFilter.Info(new Regex("^w.*r$")).ExpectOne(() => Log.Info("whatever"));
        EventFilter.Info("User 7 came").ExpectOne(() => Log.Info("User {0} came", 7));
        EventFilter.Info(start: "what").ExpectOne(() =>
        {
            Log.Info("let me through");
            Log.Info("whatever");
        });
        Assert.Equal("let me through", ExpectMsg<Info>().Message.ToString());
        Assert.False(HasMessages);
    }

    [Fact]
    public void A_source_is_matched_by_name_or_path()
    {
        EventFilter.Warning(source: "here").ExpectOne(() => Sys.EventStream.Publish(new Warning("here", GetType(), "message")));
        EventFilter.Info(source: LogSource.FromType(GetType(), Sys)).ExpectOne(() => Log.Info("message"));
        EventFilter.Info(source: LogSource.Create(this, Sys).Source).ExpectOne(() => Log.Info("message"));
        var actor = Sys.ActorOf(Props.Create<Logging>(), "logging");
        EventFilter.Info("said", source: actor.Path.ToString()).ExpectOne(() => actor.Tell("said"));
        EventFilter.Info("said", source: "/user/logging").ExpectOne(() => actor.Tell("said"));
        EventFilter.Info(source: "here").ExpectOne(() =>
        {
            Sys.EventStream.Publish(new Info("elsewhere", GetType(), "message"));
            Sys.EventStream.Publish(new Info("here", GetType(), "message"));
        });
        Assert.Equal("elsewhere", ExpectMsg<Info>().LogSource);
    }

    [Fact]
    public void An_exception_is_matched_by_type_and_by_the_event_s_message_or_its_own()
    {
        EventFilter.Exception<ArgumentException>().ExpectOne(() => Log.Error(new ArgumentNullException("x"), "whatever"));
        EventFilter.Exception<ArgumentException>("whatever").ExpectOne(() => Log.Error(new ArgumentException("own"), "whatever"));
        EventFilter.Exception<ArgumentException>(contains: "own").ExpectOne(() => Log.Error(new ArgumentException("own"), "whatever"));
        EventFilter.Exception(typeof(ArgumentException), checkInnerExceptions: true)
            .ExpectOne(() => Log.Error(new InvalidOperationException("outer", new ArgumentException("inner")), "whatever"));
        Assert.ThrowsAny<XunitException>(() => EventFilter.Exception<ArgumentException>().Expect(
            1, Short, () => Log.Error(new InvalidOperationException(), "whatever")));
        Assert.IsType<InvalidOperationException>(ExpectMsg<Error>().Cause);
    }

    [Fact]
    public void The_failure_of_an_actor_is_caught_by_its_path()
    {
        var actor = Sys.ActorOf(Props.Create<Logging>());
        EventFilter.Exception<ApplicationException>(source: actor.Path.ToString()).ExpectOne(() => actor.Tell(new ApplicationException("fail")));
    }

    [Fact]
    public void A_failure_and_what_the_actor_logs_of_it_after_its_restart_are_two()
    {
        var actor = Sys.ActorOf(Props.Create<Logging>());
        EventFilter.Exception<ApplicationException>(source: actor.Path.ToString()).Expect(2, () => actor.Tell(new ApplicationException("logged")));
    }

    [Fact]
    public void Too_few_events_time_out()
    {
        var failure = Assert.ThrowsAny<XunitException>(() => EventFilter.Info().Expect(2, Short, () => Log.Info("one")));
        Assert.StartsWith("Timeout (00:00:00.0500000) while waiting for messages. Only received 1/2 messages that matched filter [Info", failure.Message);
    }

    [Fact]
    public void Too_many_events_fail()
    {
        var failure = Assert.ThrowsAny<XunitException>(() => EventFilter.Info().Expect(2, () =>
        {
            for (var i = 0; i < 3; i++) Log.Info("one");
        }));
        Assert.StartsWith("Received 1 message too many. Expected 2 messages but received 3 that matched filter [Info", failure.Message);
    }

    [Fact]
    public async Task No_event_may_come_where_none_is_expected()
    {
        EventFilter.Info().Expect(0, Short, () => Log.Debug("no info"));
        Assert.ThrowsAny<XunitException>(() => EventFilter.Info().Expect(0, () => Log.Info("info")));
        await Assert.ThrowsAnyAsync<XunitException>(() => EventFilter.Info().ExpectAsync(0, async () =>
        {
            await Task.Yield();
            Log.Info("info");
        }));
    }

    [Fact]
    public async Task Events_may_come_after_the_block_and_its_result_is_returned()
    {
        Assert.Equal(42, EventFilter.Info("late").ExpectOne(() =>
        {
            Sys.Scheduler.Advanced.ScheduleOnce(TimeSpan.FromMilliseconds(20), () => Log.Info("late"));
            return 42;
        }));
        Assert.Equal(42, await EventFilter.Info("late").ExpectAsync(1, async () =>
        {
            await Task.Yield();
            Sys.Scheduler.Advanced.ScheduleOnce(TimeSpan.FromMilliseconds(20), () => Log.Info("late"));
            return 42;
        }));
    }

    [Fact]
    public async Task What_the_block_throws_is_thrown() =>
        await Assert.ThrowsAsync<ApplicationException>(() => EventFilter.Info().ExpectOneAsync(async () =>
        {
            await Task.Yield();
            throw new ApplicationException();
        }));

    [Fact]
    public async Task A_filter_waits_for_what_remains_of_within()
    {
        var start = Now;
        await Assert.ThrowsAnyAsync<Exception>(() => WithinAsync(Short, () => EventFilter.Info("never").ExpectOneAsync(() => Task.CompletedTask)));
        Assert.True(Now - start < TestKitSettings.TestEventFilterLeeway);
    }

    [Fact]
    public void Several_filters_count_together()
    {
        EventFilter.Info("Message 1").And.Info("Message 3").Expect(2, () =>
        {
            Log.Info("Message 1");
            Log.Info("Message 2");
            Log.Info("Message 3");
        });
        Assert.Equal("Message 2", ExpectMsg<Info>().Message.ToString());
    }

    [Fact]
    public void Events_are_muted_for_a_block_or_until_unmuted()
    {
        EventFilter.Info().Mute(() => Log.Info("muted"));
        using (EventFilter.Info().Mute()) Log.Info("muted");
        var mute = EventFilter.Info().Mute();
        Log.Info("muted");
        mute.Unmute();
        Log.Info("heard");
        Assert.Equal("heard", ExpectMsg<Info>().Message);
    }

    [Fact]
    public void Dead_letters_are_caught_by_type_predicate_and_recipient()
    {
        var dead = Sys.ActorOf(BlackHoleActor.Props, "dead");
        Watch(dead);
        Sys.Stop(dead);
        FishForMessage<Terminated>(terminated => terminated.ActorRef.Equals(dead));
        EventFilter.DeadLetter().ExpectOne(() => dead.Tell("whatever"));
        EventFilter.DeadLetter<string>().ExpectOne(() => dead.Tell("whatever"));
        EventFilter.DeadLetter<int>(i => i > 1).ExpectOne(() =>
        {
            dead.Tell(1);
            dead.Tell(2);
        });
        EventFilter.DeadLetter(typeof(string), source: "/user/dead").ExpectOne(() => dead.Tell("whatever"));
    }

    [Fact]
    public void An_unhandled_message_is_an_info()
    {
        var actor = Sys.ActorOf<UnhandledMessageActor>();
        EventFilter.Info(start: "Unhandled message from").ExpectOne(() => actor.Tell("whatever"));
    }

    [Fact]
    public void A_custom_filter_is_any_predicate()
    {
        EventFilter.Custom(logEvent => logEvent is Error && (string)logEvent.Message == "x").ExpectOne(() => Log.Error("x"));
        CreateEventFilter(Sys).Custom<Error>(error => (string)error.Message == "x").ExpectOne(() => Log.Error("x"));
    }

    private void LogAt(LogLevel level, string message) => Log.Log(level, message);

    private sealed class Logging : ReceiveActor
    {
        public Logging()
        {
            Receive<string>(message => Context.GetLogger().Info(message));
            Receive<Exception>(failure => throw failure);
        }

        protected override void PostRestart(Exception reason)
        {
            if (reason.Message == "logged") Context.GetLogger().Error(reason, "after the restart");
        }
    }

    public sealed class Forwarding : TestEventListener
    {
        private IActorRef? _target;

        protected override void Print(LogEvent logEvent)
        {
            if (logEvent.Message is To to)
            {
                _target = to.Target;
                _target.Tell("OK");
            }
            else if (logEvent.LogSource.Contains("EventFilterSpecs", StringComparison.Ordinal) || IsOfTest(logEvent))
            {
                _target?.Forward(logEvent);
            }
        }

        private static bool IsOfTest(LogEvent logEvent) => logEvent.LogSource is "here" or "elsewhere";

        public sealed record To(IActorRef Target);
    }
}
