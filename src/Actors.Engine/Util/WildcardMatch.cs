using System.IO.Enumeration;

namespace Akka.Util;

/// <summary>Names against patterns of <c>*</c> and <c>?</c>.</summary>
public static class WildcardMatch
{
    /// <summary>True where the whole of <paramref name="text"/> fits the pattern.</summary>
    public static bool Like(this string text, string pattern, bool caseSensitive = false) =>
        FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: !caseSensitive);
}
