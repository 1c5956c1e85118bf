using System.Text.RegularExpressions;
using Actors.EndToEnd.Tests.Fixtures;

namespace Actors.EndToEnd.Tests;

/// <summary>The README's programs, run as they are written there, show what the README shows.</summary>
public sealed partial class ReadmeTests(ReadmeHub hub) : IClassFixture<ReadmeHub>
{
    [Fact]
    public void The_server_without_an_option_is_ready_where_the_readme_says()
    {
        if (hub.IsUsual) Assert.StartsWith("ready: chat udp 127.0.0.1:9999 room lobby", hub.ReadyLine, StringComparison.Ordinal);
        Assert.Contains("ready: chat udp 127.0.0.1:9999 room lobby", Checkout.Readme, StringComparison.Ordinal);
    }

    [NeedsFact("bash", "nc")]
    public void The_transcript_with_nc_happens_as_written()
    {
        // A command after "$ ", then in turn what one types and what one sees, which begins with Ack.
        var transcript = ReadmeBlock.Find("console", "nc -u 127.0.0.1 9999");
        Assert.StartsWith("$ ", transcript[0], StringComparison.Ordinal);
        using var folder = new TemporaryFolder();
        using var shell = ServerProcess.Run("bash", folder.Path, "-c", hub.Here(transcript[0][2..]));

        var seen = 0;
        foreach (var line in transcript[1..])
        {
            if (!line.StartsWith("Ack ", StringComparison.Ordinal))
            {
                shell.Type(line);
                continue;
            }

            var heard = shell.Output.WaitForLine(line, _ => true, seen++, () => shell.Errors.Text);
            Assert.Equal(WithoutPort(line), WithoutPort(heard));
        }

        Assert.True(seen > 1, "The transcript shows nothing that is heard.");
    }

    [NeedsFact("python3")]
    public void The_ten_lines_of_python_happen_as_written()
    {
        var program = ReadmeBlock.Find("python", "9999");
        Assert.Equal(10, program.Length);
        using var folder = new TemporaryFolder();
        folder.Write("client.py", hub.Here(string.Join('\n', program) + "\n"));
        using var python = ServerProcess.Run("python3", folder.Path, "client.py");
        Assert.True(python.WaitForExit() == 0, python.Said());
        Assert.Equal(
            ReadmeBlock.Find("console", "$ python3 client.py")[1..].Select(WithoutPort),
            python.Output.Lines.Select(WithoutPort));
    }

    private static string WithoutPort(string line) => Port().Replace(line, "127.0.0.1:PORT");

    [GeneratedRegex(@"127\.0\.0\.1:\d+")]
    private static partial Regex Port();
}
