using Akka.Actor;
using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>A kind of mailbox, as a section of the configuration describes it.</summary>
public abstract class MailboxType
{
    /// <summary>The system's settings.</summary>
    protected readonly Settings Settings;

    /// <summary>The section.</summary>
    protected readonly Config Config;

    /// <summary>Called by the engine with the mailbox's section.</summary>
    protected MailboxType(Settings settings, Config config)
    {
        Settings = settings;
        Config = config;
    }

    /// <summary>How many messages a bounded stash beside it holds; -1 for no bound.</summary>
    internal int StashCapacity => Config.GetInt("stash-capacity", -1);

    /// <summary>The bound of one actor's mailbox; null where there is none.</summary>
    internal virtual MailboxBound? NewBound() => null;
}
