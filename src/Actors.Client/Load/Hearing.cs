namespace Actors.Client.Load;

/// <summary>What it means that a member heard a message.</summary>
internal enum Hearing
{
    /// <summary>For the first time, and nothing later of the same sender before it.</summary>
    InOrder,

    /// <summary>For the first time, but something later of the same sender came before.</summary>
    OutOfOrder,

    /// <summary>Again.</summary>
    Duplicate,

    /// <summary>So late that it cannot be told whether again: counts as lost.</summary>
    TooLate,
}
