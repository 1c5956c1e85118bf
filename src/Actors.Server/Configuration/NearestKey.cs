namespace Actors.Server.Configuration;

/// <summary>Finds what a mistyped name was meant to be.</summary>
internal static class NearestKey
{
    /// <summary>
    /// The candidate with the fewest insertions, deletions, replacements and swaps of neighbours between it and the name, or null
    /// when none is near: more than 2 edits, or a third of a longer name, is another word and not a slip.
    /// </summary>
    public static string? To(string name, IEnumerable<string> candidates)
    {
        var nearest = candidates.Select(c => (Key: c, Edits: Distance(name, c))).OrderBy(c => c.Edits).FirstOrDefault();
        return nearest.Key is not null && nearest.Edits <= Math.Max(2, name.Length / 3) ? nearest.Key : null;
    }

    /// <summary>Optimal string alignment distance, without regard to case.</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            rows[0, j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = rows[i - 1, j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1);
                rows[i, j] = Math.Min(replaced, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[a.Length, b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
