namespace Actors.Server.Configuration;

/// <summary>What the process answers to the shell that started it.</summary>
internal static class ExitCodes
{
    /// <summary>It did what was asked, and ended because it was asked to.</summary>
    public const int Ok = 0;

    /// <summary>The system refused: a port that is taken, an address that is not this machine's.</summary>
    public const int SystemRefused = 1;

    /// <summary>An option or the configuration is wrong; nothing was opened.</summary>
    public const int BadConfiguration = 2;
}
