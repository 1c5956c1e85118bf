using Actors.Tidy.Tests.Scanning;

namespace Actors.Tidy.Tests;

/// <summary>The scanner keeps code and positions, and blanks what is only said.</summary>
public sealed class CodeScannerTests
{
    [Theory]
    [InlineData("a // said\nb", "a        \nb")]
    [InlineData("a /* said\n */ b", "a        \n    b")]
    [InlineData("a(\"sa\\\"id\") b", "a(        ) b")]
    [InlineData("a(@\"sa\"\"id\\\") b", "a(          ) b")]
    [InlineData("a('\"') b", "a(   ) b")]
    [InlineData("a('\\'') b", "a(    ) b")]
    [InlineData("a($\"said {kept(\"x\")} {{said}}\") b", "a(        kept(   )           ) b")]
    [InlineData("a(\"\"\"said \"said\" \"\"\") b", "a(                  ) b")]
    [InlineData("a($$\"\"\"{said} {{kept}} \"\"\") b", "a(              kept      ) b")]
    public void What_is_only_said_is_blank(string text, string code) => Assert.Equal(code, new CodeScanner(text).Run().Code);
}
