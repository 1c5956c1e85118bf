namespace Akka.Configuration.Hocon;

/// <summary>
/// Turns HOCON text into values. It takes what Akka.NET 1.5's own parser takes: not all of the HOCON specification, so no <c>+=</c>, no
/// optional substitutions, no environment.
/// </summary>
public class Parser
{
    /// <summary>Parses a text and resolves its substitutions.</summary>
    /// <param name="text">The HOCON.</param>
    /// <param name="includeCallback">Gives the parsed text for the name in <c>include "name"</c>; null if nothing may be included.</param>
    /// <exception cref="ConfigurationException">The text is no HOCON; the message tells line and column.</exception>
    /// <exception cref="FormatException">A substitution leads nowhere; the message begins with <c>Unresolved substitution</c>.</exception>
    public static HoconRoot Parse(string text, Func<string, HoconRoot>? includeCallback) => new HoconReader(text, includeCallback).Read();
}
