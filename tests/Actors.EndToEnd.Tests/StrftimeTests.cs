using System.Globalization;
using System.Text;
using Actors.EndToEnd.Tests.Fixtures;

namespace Actors.EndToEnd.Tests;

/// <summary>The time service and Python agree, in whatever zone both are started: <c>%Z</c> among the rest.</summary>
public sealed class StrftimeTests
{
    private const string Directives = "aAbBcCdDeFgGhHIjklmMnpPrRsStTuUVwWxXyYzZ%";
    private const string Flags = "-_0^#";

    // SECONDS HEX in, HEX out: formats and times may hold newlines.
    private const string Python = """
        import sys, time
        for line in sys.stdin:
            seconds, form = line.rstrip('\n').split(' ')
            print(time.strftime(bytes.fromhex(form).decode(), time.localtime(int(seconds))).encode().hex())
        """;

    private static readonly string[] Literals = ["", " ", ":", "年", "狗哥", "100 ", "\n"];

    [NeedsFact("python3")]
    public void In_four_zones_every_directive_with_every_flag_and_1000_random_formats_say_what_python_says()
    {
        var seed = Random.Shared.Next();
        foreach (var zone in new[] { "UTC", "Europe/Berlin", "Asia/Shanghai", "Asia/Kathmandu" })
        {
            using var hub = RunningHub.In([$"TZ={zone}", "LC_ALL=C"], ServiceHub.Listener("time", "time"));
            using var ann = hub.User("time");
            // The reply says which second it was of, so that Python can be asked about the same.
            var replies = Formats(new Random(seed)).Select(format =>
            {
                ann.Says("%s|" + format);
                var reply = ann.Hears().Split('|', 2);
                return (Seconds: reply[0], Format: format, Text: reply[1]);
            }).ToList();
            foreach (var (reply, python) in replies.Zip(AskPython(zone, replies.Select(reply => (reply.Seconds, reply.Format)))))
            {
                Assert.True(reply.Text == python, string.Create(CultureInfo.InvariantCulture,
                    $"seed {seed}, {zone}, \"{reply.Format}\" at {reply.Seconds}: python says \"{python}\", the hub \"{reply.Text}\""));
            }
        }
    }

    private static IEnumerable<string> Formats(Random random)
    {
        foreach (var directive in Directives)
        {
            for (var subset = 0; subset < 1 << Flags.Length; subset++)
                yield return $"%{string.Concat(Flags.Where((_, i) => (subset & (1 << i)) != 0))}{directive}";
        }

        for (var n = 0; n < 1_000; n++)
        {
            yield return string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ =>
                Literals[random.Next(Literals.Length)] + "%" + string.Concat(random.GetItems<char>(Flags, random.Next(3)))
                + Directives[random.Next(Directives.Length)]));
        }
    }

    private static List<string> AskPython(string zone, IEnumerable<(string Seconds, string Format)> questions)
    {
        using var folder = new TemporaryFolder();
        var lines = questions.Select(one => $"{one.Seconds} {Convert.ToHexString(Encoding.UTF8.GetBytes(one.Format))}\n");
        folder.Write("questions", string.Concat(lines));
        folder.Write("program.py", Python);
        using var python = ServerProcess.Run(
            "env", folder.Path, $"TZ={zone}", "LC_ALL=C", "PYTHONUTF8=1", "sh", "-c", "python3 program.py < questions");
        Assert.True(python.WaitForExit() == 0, python.Said());
        return [.. python.Output.Lines.Select(hex => Encoding.UTF8.GetString(Convert.FromHexString(hex)))];
    }
}
