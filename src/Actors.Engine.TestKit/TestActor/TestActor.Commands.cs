using Akka.Actor;
using Akka.Util;

namespace Akka.TestKit;

public static partial class TestActor
{
    /// <summary>Command: from now on drop what the function says, or nothing where it is null.</summary>
    public class SetIgnore(Ignore? ignore) : INoSerializationVerificationNeeded
    {
        /// <summary>The function.</summary>
        public Ignore? Ignore { get; } = ignore;
    }

    /// <summary>Command: watch an actor, so that its <see cref="Terminated"/> comes as a message.</summary>
    public class Watch(IActorRef actorToWatch) : INoSerializationVerificationNeeded
    {
        /// <summary>The one to watch.</summary>
        public IActorRef Actor { get; } = actorToWatch;
    }

    /// <summary>Command: watch an actor no longer.</summary>
    public class Unwatch(IActorRef actorToUnwatch) : INoSerializationVerificationNeeded
    {
        /// <summary>The one that is watched.</summary>
        public IActorRef Actor { get; } = actorToUnwatch;
    }

    /// <summary>Command: let a pilot see each message.</summary>
    public class SetAutoPilot(AutoPilot autoPilot) : INoSerializationVerificationNeeded
    {
        /// <summary>The pilot.</summary>
        public AutoPilot AutoPilot { get; } = autoPilot;
    }

    /// <summary>Command: make a child; the test actor then receives the child's <see cref="IActorRef"/> as a message.</summary>
    public class Spawn(Props props, Option<string> name, Option<SupervisorStrategy> supervisorStrategy) : INoSerializationVerificationNeeded
    {
        /// <summary>How the child is made.</summary>
        public readonly Props _props = props;

        /// <summary>Its name; a generated one where it has none.</summary>
        public readonly Option<string> _name = name;

        /// <summary>How its failures are handled; by the default strategy where it has none.</summary>
        public readonly Option<SupervisorStrategy> _supervisorStrategy = supervisorStrategy;

        /// <summary>Makes the child.</summary>
        public IActorRef Apply(IActorRefFactory context) =>
            _name.HasValue ? context.ActorOf(_props, _name.Value) : context.ActorOf(_props);
    }
}
