using System.Text.RegularExpressions;

namespace Actors.EndToEnd.Tests.Fixtures;

/// <summary>A fenced block of README.md: what its reader is told to type, or is shown.</summary>
internal static partial class ReadmeBlock
{
    /// <summary>The lines of the first block of a language that holds the given words.</summary>
    public static string[] Find(string language, string words)
    {
        var text = Fence().Matches(Checkout.Readme).Where(block => block.Groups["language"].Value == language)
            .Select(block => block.Groups["text"].Value).FirstOrDefault(text => text.Contains(words, StringComparison.Ordinal));
        Assert.True(text is not null, $"README.md has no {language} block with \"{words}\".");
        return text.Split('\n')[..^1];
    }

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
