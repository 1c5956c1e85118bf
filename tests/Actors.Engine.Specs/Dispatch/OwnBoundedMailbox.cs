using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;

namespace Actors.Engine.Specs.Dispatch;

/// <summary>A mailbox of a kind of one's own, known by its settings.</summary>
public sealed class OwnBoundedMailbox(Settings settings, Config config) : BoundedDequeBasedMailbox(settings, config);
