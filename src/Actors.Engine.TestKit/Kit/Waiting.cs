namespace Akka.TestKit;

/// <summary>
/// How a wait is spent. Each examination method of the test kit is written once, as an async method, over waits that take this as a parameter:
/// told to block, they complete on the caller's thread before they return, and so does the method, with the caller's predicates and assertions
/// run where its implicit sender lives and no pool thread needed.
/// </summary>
internal enum Waiting
{
    /// <summary>On the caller's thread, which sleeps.</summary>
    Blocking,

    /// <summary>Asynchronously, holding no thread.</summary>
    Async,
}
