using System.Text.RegularExpressions;

namespace Actors.EndToEnd.Tests.Fixtures;

/// <summary>A fenced block of README.md: what its reader is told to type, or is shown.</summary>
internal static partial class ReadmeBlock
{
    /// <summary>The lines of the first block of a language that holds the given words.</summary>
    public static string[] Find(string language, string words)
    {
        var blocks = Fence().Matches(Checkout.Readme)
            .Where(block => block.Groups["language"].Value == language && block.Groups["text"].Value.Contains(words, StringComparison.Ordinal)).ToList();
        Assert.True(blocks.Count > 0, $"README.md has no {language} block with \"{words}\".");
        return blocks[0].Groups["text"].Value.Split('\n')[..^1];
    }

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
