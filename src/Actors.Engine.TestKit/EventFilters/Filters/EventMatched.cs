using Akka.Event;

namespace Akka.TestKit.Internal;

/// <summary>An event filter has caught an event.</summary>
public delegate void EventMatched(EventFilterBase eventFilter, LogEvent logEvent);
