using System.Text.RegularExpressions;
using Actors.Tidy.Tests.Scanning;

namespace Actors.Tidy.Tests.Rules;

/// <summary>A relative link in a page leads to a file that is there, and a fragment to a heading of the page.</summary>
internal static partial class ReadmeLinks
{
    public static IEnumerable<Violation> Check(string path, string text, Func<string, bool> exists)
    {
        var headings = Heading().Matches(text).Select(match => Slug(match.Groups[1].Value)).ToHashSet();
        foreach (var link in Link().Matches(text).Select(match => match.Groups[1].Value))
        {
            if (link.Contains("://", StringComparison.Ordinal)) continue;
            var there = link.StartsWith('#') ? headings.Contains(link[1..]) : exists(link.Split('#')[0]);
            if (!there) yield return new Violation(path, 0, $"the link {link} leads nowhere");
        }
    }

    private static string Slug(string heading) => NotSlug().Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+\s+(.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotSlug();
}
