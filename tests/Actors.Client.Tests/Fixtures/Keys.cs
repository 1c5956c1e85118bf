namespace Actors.Client.Tests.Fixtures;

/// <summary>Key presses, as Console.ReadKey gives them.</summary>
internal static class Keys
{
    public static readonly ConsoleKeyInfo Enter = Of(ConsoleKey.Enter);

    public static ConsoleKeyInfo Of(ConsoleKey key) => new('\0', key, false, false, false);

    public static ConsoleKeyInfo Control(ConsoleKey key) => new((char)(key - ConsoleKey.A + 1), key, false, false, true);

    /// <summary>One key for each UTF-16 unit, as it comes from a terminal.</summary>
    public static IEnumerable<ConsoleKeyInfo> Typing(string text) => text.Select(c => new ConsoleKeyInfo(c, default, false, false, false));
}
