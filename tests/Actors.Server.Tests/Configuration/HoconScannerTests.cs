using Actors.Server.Configuration;

namespace Actors.Server.Tests.Configuration;

public class HoconScannerTests
{
    [Fact]
    public void Nested_objects_have_the_lines_of_their_keys() => Golden(
        """
        hub {
          grace = 1 s
          limits {
            message-bytes = 10
          }
        }
        """,
        "hub:1 group", "hub.grace:2", "hub.limits:3 group", "hub.limits.message-bytes:4");

    [Fact]
    public void Dotted_keys_make_their_groups() => Golden(
        """

        hub.limits.message-bytes = 10
        hub . grace: 0
        """,
        "hub:2 group", "hub.limits:2 group", "hub.limits.message-bytes:2", "hub.grace:3");

    [Fact]
    public void Comments_are_nobody_s_keys() => Golden(
        """
        # hub { not = 1
        a = 1 # b = 2
        // c = 3
        d = 4 // }
        """,
        "a:2", "d:4");

    [Fact]
    public void A_comment_sign_within_quotes_is_text() => Golden(
        """
        a = "x # y // z }"
        b = "\"{"
        """,
        "a:1", "b:2");

    [Fact]
    public void Triple_quotes_hold_lines_and_braces() => Golden(
        "a = \"\"\"first {\nsecond \" # }\nthird\"\"\"\nb = 2",
        "a:1", "b:4");

    [Fact]
    public void Arrays_hold_values_and_objects_whose_keys_are_not_the_hub_s() => Golden(
        """
        a = [1, "two", ${c}, [4], { b = 5 },
          6
        ]
        c = 3
        """,
        "a:1", "c:4");

    [Fact]
    public void Commas_part_keys_and_one_line_may_hold_many() => Golden("a { b = 1, c = 2 }, d = 3", "a:1 group", "a.b:1", "a.c:1", "d:1");

    [Fact]
    public void A_key_that_is_set_twice_has_its_last_line() => Golden(
        """
        a = 1
        a = 2
        """,
        "a:2");

    [Fact]
    public void Quoted_keys_keep_their_quotes_when_they_need_them() => Golden("\"a\".\"b.c\" = 1", "a:1 group", "a.\"b.c\":1");

    [Fact]
    public void A_reference_to_a_group_has_the_group_s_keys() => Golden(
        """
        one { port = 1, host = x }
        two = ${one}
        three = ${two}
        """,
        "one:1 group", "one.port:1", "one.host:1", "two:2 group", "three:3 group",
        "two.port:2", "two.host:2", "three.port:3", "three.host:3");

    [Fact]
    public void Carriage_returns_count_no_lines() => Golden("a = 1\r\nb = 2\r\n", "a:1", "b:2");

    [Theory]
    [InlineData("", null)]
    [InlineData("\n # only a comment", null)]
    [InlineData("hub {\n a = 1\n", "1: the { of hub is not closed")]
    [InlineData("hub {\n a { b = 1 }\n}\n}", "4: this } closes nothing")]
    [InlineData("a = 1\nb = [1, 2\n", "2: the [ of b is not closed")]
    [InlineData("x {\n b = [1, 2\n}", "3: this } stands within the [ of x.b on line 2")]
    [InlineData("a = 1\nb = \"open\nc = 2", "2: this double quote is not closed")]
    [InlineData("\n\na = \"\"\"open\nc = 2", "3: this \"\"\" is not closed")]
    [InlineData("hub {\n grace 500 ms\n}", "2: hub.grace is followed by neither = nor {")]
    [InlineData("hub {\n grace =\n interval = 1 s\n}", "2: hub.grace has no value")]
    [InlineData("a = ::1", "1: a: ::1 holds a character that needs quotes")]
    [InlineData("a = 127.0.0.1:9999", "1: a: 127.0.0.1:9999 holds a character that needs quotes")]
    [InlineData("a = [1]\na += 2", "2: a += is not known to Akka.NET's HOCON")]
    [InlineData("a = ${?HOME}", "1: a: ${?…} is not known to Akka.NET's HOCON")]
    [InlineData("a = ${b", "1: a: this ${ is not closed")]
    [InlineData("a = ${b}", "1: ${b} names a key that is not set here")]
    [InlineData("a = ${b}\nb = ${a}", "1: a = ${b} leads in a circle")]
    [InlineData("include \"other.conf\"", "1: include is not read here")]
    [InlineData("{ a = 1 }", "1: '{' stands where a key should")]
    [InlineData("= 1", "1: '=' stands where a key should")]
    [InlineData("a. = 1", "1: '=' stands where a key should")]
    public void A_flaw_is_found_on_its_line(string text, string? flaw) =>
        Assert.Equal(flaw, HoconScanner.Scan(text).Flaw is { } found ? $"{found.Line}: {found.What}" : null);

    [Fact]
    public void Depth_is_bounded()
    {
        Assert.Contains("nested", HoconScanner.Scan(string.Concat(Enumerable.Repeat("a{", 100_000))).Flaw!.What, StringComparison.Ordinal);
        Assert.Contains("nested", HoconScanner.Scan("a = " + new string('[', 100_000)).Flaw!.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_is_scanned_to_an_end_without_an_exception()
    {
        const string alphabet = "ab.=:{}[]\"$#/ \n,\\+?é\0";
        var random = new Random(2);
        for (var i = 0; i < 20_000; i++)
            HoconScanner.Scan(new string(random.GetItems<char>(alphabet, random.Next(24))));
    }

    private static void Golden(string text, params string[] expected)
    {
        var lines = HoconScanner.Scan(text);
        Assert.Null(lines.Flaw);
        Assert.Equal(expected, lines.Entries.Select(e => $"{e.Path}:{e.Line}{(e.Kind == ConfigEntryKind.Group ? " group" : "")}"));
    }
}
