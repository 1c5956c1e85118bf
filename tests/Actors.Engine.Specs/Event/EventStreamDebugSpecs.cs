using Actors.Engine.Specs.Support;
using Akka.Event;

namespace Actors.Engine.Specs.Event;

public sealed class EventStreamDebugSpecs() : SystemSpecs("akka.actor.debug.event-stream = on")
{
    [Fact]
    public async Task Subscriptions_are_logged_where_the_configuration_says_so()
    {
        var (log, ear) = (NewEar(), NewEar());
        System.EventStream.Subscribe(log.Ref, typeof(Debug));
        System.EventStream.Subscribe(ear.Ref, typeof(string));
        System.EventStream.Unsubscribe(ear.Ref, typeof(string));
        System.EventStream.Unsubscribe(ear.Ref);
        await log.Fish<Debug>(d => Says(d, $"subscribing {ear.Ref} to channel {typeof(string)}"));
        await log.Fish<Debug>(d => Says(d, $"unsubscribing {ear.Ref} from channel {typeof(string)}"));
        await log.Fish<Debug>(d => Says(d, $"unsubscribing {ear.Ref} from all channels"));
    }

    private static bool Says(Debug debug, string text) => debug.Message.ToString() == text && debug.LogClass == typeof(EventStream);
}
