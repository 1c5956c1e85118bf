namespace Akka.Hosting.Internal;

/// <summary>Writes values as HOCON text.</summary>
internal static class HoconText
{
    /// <summary>A quoted string, whatever is in it.</summary>
    public static string Quote(string text) => $"\"{HoconExtensions.Escape(text)}\"";
}
