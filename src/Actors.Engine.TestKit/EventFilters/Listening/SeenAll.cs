using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>Published on an event stream: the test event listener says that it has seen all that was published before.</summary>
internal sealed record SeenAll(TaskCompletionSource Answer) : INoSerializationVerificationNeeded;
