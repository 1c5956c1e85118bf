using Akka.Dispatch.SysMsg;

namespace Akka.Dispatch;

/// <summary>
/// The receiver's half of a mailbox. It lies in the cell, where the actor's turn writes anyhow: beside what senders write, each message that
/// somebody sends would take the cache line from the turn that works on another.
/// </summary>
internal struct Backlog
{
    /// <summary>The newest of incoming that was taken; null where none was since the mailbox was idle.</summary>
    internal MessageNode? Taken;

    /// <summary>What is left of it, oldest first.</summary>
    internal MessageNode? Ready;

    /// <summary>System messages, newest first. Others write it, too; but they come rarely.</summary>
    internal SystemMessage? System;

    /// <summary>While it is more than zero ordinary messages wait.</summary>
    internal int Suspensions;
}
