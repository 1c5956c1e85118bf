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

    [NeedsFact("bash", "nc")]
    public void Each_service_answers_nc_as_written()
    {
        var transcript = ReadmeBlock.Find("console", "nc -u -w1 127.0.0.1 8080");
        using var folder = new TemporaryFolder();
        // All at once: each nc waits a second for more.
        var shells = transcript.Where(line => line.StartsWith("$ ", StringComparison.Ordinal))
            .Select(line => ServerProcess.Run("bash", folder.Path, "-c", hub.Here(line[2..]))).ToList();
        var answers = transcript.Where(line => !line.StartsWith("$ ", StringComparison.Ordinal));
        foreach (var (shell, answer) in shells.Zip(answers))
        {
            using (shell)
            {
                shell.CloseInput();
                shell.WaitForExit();
                Assert.Equal(Digit().Replace(answer, "0"), Digit().Replace(shell.Output.Text, "0"));
            }
        }

        Assert.Equal(transcript.Length, 2 * shells.Count);
    }

    [Fact]
    public void The_service_of_one_s_own_is_the_one_that_the_hub_s_tests_run()
    {
        var inReadme = ReadmeBlock.Find("csharp", "ReverseService").SkipWhile(line => !line.StartsWith("public", StringComparison.Ordinal));
        var tested = File.ReadLines(Path.Combine(Checkout.Root, "tests", "Actors.Hub.Tests", "Services", "ReverseService.cs"));
        Assert.Equal(tested.SkipWhile(line => !line.StartsWith("public", StringComparison.Ordinal)), inReadme);
    }

    [Fact]
    public void Every_switch_of_the_documents_configuration_is_right()
    {
        var switches = DocumentsSwitch().Matches(Checkout.Readme).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.Equal(4, switches.Count);
        using var folder = new TemporaryFolder();
        foreach (var setting in switches)
        {
            using var server = ServerProcess.Start(
                folder.Path, "--check-config", "--config", Path.Combine(Checkout.Root, "hocon", "documents.conf"), "--set", setting);
            Assert.True(server.WaitForExit() == 0, server.Said());
        }
    }

    [GeneratedRegex(@"--set (hub\.listeners\.at-\d+\.[\w=-]+)`")]
    private static partial Regex DocumentsSwitch();

    [GeneratedRegex(@"\d")]
    private static partial Regex Digit();

    private static string WithoutPort(string line) => Port().Replace(line, "127.0.0.1:PORT");

    [GeneratedRegex(@"127\.0\.0\.1:\d+")]
    private static partial Regex Port();
}
