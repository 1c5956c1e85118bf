using Actors.Server.Configuration;

namespace Actors.Server.Tests.Configuration;

/// <summary>Each line that an operator can be refused with: it names the file's line or the option, the key, and the mend.</summary>
public class ConfigurationFaultTests
{
    [Theory]
    [InlineData(
        "hub {\n  grace = 2 s\n}",
        "error: hub.conf:2: hub.grace = 2 s cannot be; write a duration from 0 ms to 900 ms, such as 500 ms")]
    [InlineData(
        "hub.interval = soon",
        "error: hub.conf:1: hub.interval = soon cannot be; write a duration from 100 ms to 1 d, such as 10 s")]
    [InlineData(
        "hub.interval = [1 s]",
        "error: hub.conf:1: hub.interval = […] cannot be; write a duration from 100 ms to 1 d, such as 10 s")]
    [InlineData(
        "hub.backplane = rabbit",
        "error: hub.conf:1: hub.backplane = rabbit cannot be; write one of none, in-process, rabbitmq")]
    [InlineData(
        "hub.node = web.example",
        "error: hub.conf:1: hub.node = web.example cannot be; write a name of 1 to 63 letters, digits, - and _, or \"\" for one of the "
            + "machine's name")]
    [InlineData(
        "hub.node-heartbeat = 3 s",
        "error: hub.conf:1: hub.node-timeout = 4 s is less than two of hub.node-heartbeat = 3 s; write at least hub.node-timeout = 6 s")]
    [InlineData(
        "hub.log-level = loud",
        "error: hub.conf:1: hub.log-level = loud cannot be; write debug, info, warning, error or off")]
    [InlineData(
        "\nhub.limits.message-bytes = 70000",
        "error: hub.conf:2: hub.limits.message-bytes = 70000 cannot be; write a whole number from 1 to 65448")]
    [InlineData(
        "hub.listeners.chat.port = 65536",
        "error: hub.conf:1: hub.listeners.chat.port = 65536 cannot be; write a whole number from 0 to 65535")]
    [InlineData(
        "hub.listeners.chat.port = -1",
        "error: hub.conf:1: hub.listeners.chat.port = -1 cannot be; write a whole number from 0 to 65535")]
    [InlineData(
        "hub.listeners.chat {\n  host = localhost\n}",
        "error: hub.conf:2: hub.listeners.chat.host = localhost cannot be; write an IP address of this machine, such as 127.0.0.1, "
            + "\"::1\", or 0.0.0.0 for all of IPv4 (names are not looked up)")]
    [InlineData(
        "hub.listeners.chat.enabled = maybe",
        "error: hub.conf:1: hub.listeners.chat.enabled = maybe cannot be; write on or off")]
    [InlineData(
        "hub.listeners.chat.room = \"a b\"",
        "error: hub.conf:1: hub.listeners.chat.room = a b cannot be; write a name of 1 to 64 characters without white space")]
    [InlineData(
        "hub.listeners.chat.service = chta",
        "error: hub.conf:1: hub.listeners.chat.service = chta is not a service; write one of canned, chat, desk, echo, prefix, time, "
            + "or the full name of a class of yours")]
    [InlineData(
        "hub.listeners.chat.reply = yyyy",
        "error: hub.conf:1: hub.listeners.chat.reply is read by the service canned, and this listener's is chat; take it out, or write "
            + "hub.listeners.chat.service = canned")]
    [InlineData(
        "hub.listeners.five {\n  service = echo\n  stop-on-q = on\n}",
        "error: hub.conf:3: hub.listeners.five.stop-on-q is read by the service prefix, and this listener's is echo; take it out, or write "
            + "hub.listeners.five.service = prefix")]
    [InlineData(
        "hub.listeners.five.stop-on-q = maybe",
        "error: hub.conf:1: hub.listeners.five.stop-on-q = maybe cannot be; write on or off")]
    public void A_value_of_the_wrong_type_or_out_of_range_is_refused(string text, string line) =>
        Assert.Equal([line], ConfigFolder.Faults(text));

    [Theory]
    [InlineData("hub.listeners.chat.host", "1")]
    [InlineData("hub.listeners.chat.host", "127.1")]
    [InlineData("hub.listeners.chat.host", "256.0.0.1")]
    [InlineData("hub.listeners.chat.host", "")]
    [InlineData("hub.grace", "901 ms")]
    [InlineData("hub.grace", "-1 ms")]
    [InlineData("hub.interval", "99 ms")]
    [InlineData("hub.interval", "25 h")]
    [InlineData("hub.limits.message-bytes", "0")]
    [InlineData("hub.limits.members-per-room", "10000001")]
    [InlineData("hub.limits.quarantined-endpoints", "0")]
    [InlineData("hub.limits.quarantine-time", "999 ms")]
    [InlineData("hub.limits.datagrams-in-flight", "15")]
    [InlineData("hub.listeners.chat.delay", "601 s")]
    [InlineData("hub.listeners.chat.sockets", "0")]
    [InlineData("hub.listeners.chat.sockets", "65")]
    public void What_is_just_out_of_range_is_refused_on_the_command_line_too(string key, string value) =>
        Assert.StartsWith(
            $"error: --set {key}={value}: {key} = {value} cannot be; write ",
            Assert.Single(ConfigFolder.Faults("", $"{key}={value}")),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("hub.grace", "900 ms")]
    [InlineData("hub.grace", "0")]
    [InlineData("hub.interval", "100 ms")]
    [InlineData("hub.interval", "24 h")]
    [InlineData("hub.limits.message-bytes", "1")]
    [InlineData("hub.limits.message-bytes", "65448")]
    [InlineData("hub.limits.members-per-room", "10000000")]
    [InlineData("hub.limits.quarantined-endpoints", "1000000")]
    [InlineData("hub.limits.quarantine-time", "1 s")]
    [InlineData("hub.limits.datagrams-in-flight", "16")]
    [InlineData("hub.listeners.chat.delay", "10 m")]
    [InlineData("hub.listeners.chat.sockets", "64")]
    [InlineData("hub.listeners.chat.prefix", "server send data:")]
    [InlineData("hub.listeners.chat.port", "0")]
    [InlineData("hub.listeners.chat.port", "65535")]
    [InlineData("hub.listeners.chat.host", "::")]
    [InlineData("hub.listeners.chat.room", "大厅")]
    public void What_is_just_in_range_is_taken(string key, string value) =>
        Assert.NotNull(ConfigFolder.Options("", $"{key}={value}").ToHubOptions());

    [Theory]
    [InlineData("hub {\n\n  intervall = 1 s\n}", "error: hub.conf:3: hub.intervall is not a key of the hub; did you mean hub.interval?")]
    [InlineData("hbu.interval = 1 s", "error: hub.conf:1: hbu.interval is not a key of the hub; did you mean hub.interval?")]
    [InlineData(
        "hub.listeners.chat.prot = 1",
        "error: hub.conf:1: hub.listeners.chat.prot is not a key of the hub; did you mean hub.listeners.chat.port?")]
    [InlineData(
        "hub.listener.chat.port = 1",
        "error: hub.conf:1: hub.listener.chat.port is not a key of the hub; did you mean hub.listeners.chat.port?")]
    [InlineData(
        "hub.listener.two.port = 1",
        "error: hub.conf:1: hub.listener.two.port is not a key of the hub; did you mean hub.listeners.two.port?")]
    [InlineData(
        "hub.listeners.a.prot = 1\nhub.listeners.b = ${hub.listeners.a}",
        "error: hub.conf:1: hub.listeners.a.prot is not a key of the hub; did you mean hub.listeners.a.port?")]
    [InlineData("frobnicate = 1", "error: hub.conf:1: frobnicate is not a key of the hub; hocon/reference.conf lists them")]
    [InlineData("hub.extras {}", "error: hub.conf:1: hub.extras is not a key of the hub; hocon/reference.conf lists them")]
    [InlineData(
        "hub.limits = 5",
        "error: hub.conf:1: hub.limits holds keys, not a value; write hub.limits { … }, or hub.limits.message-bytes = VALUE")]
    [InlineData(
        "hub.grace { ms = 5 }",
        "error: hub.conf:1: hub.grace holds a value, not keys of its own; write a duration from 0 ms to 900 ms, such as 500 ms")]
    [InlineData(
        "hub.listeners.\"my chat\".port = 1",
        "error: hub.conf:1: \"my chat\" cannot be a listener's name; use letters, digits, - and _")]
    public void A_key_that_nothing_reads_is_refused_with_the_nearest_that_is_read(string text, string line) =>
        Assert.Equal(line, ConfigFolder.Faults(text)[0]);

    [Fact]
    public void A_key_on_the_command_line_that_nothing_reads_is_named_as_it_was_written() => Assert.Equal(
        ["error: --set listeners.chat.port=1: listeners.chat.port is not a key of the hub; did you mean hub.listeners.chat.port?"],
        ConfigFolder.Faults("", "listeners.chat.port=1"));

    [Theory]
    [InlineData("hub {\n  grace = 1 ms\n", "error: hub.conf:1: the { of hub is not closed; add a } where the group ends")]
    [InlineData("hub.grace = 1 ms\n}", "error: hub.conf:2: this } closes nothing; take it out, or add the { that it belongs to")]
    [InlineData(
        "hub.listeners.chat.host = ::1",
        "error: hub.conf:1: hub.listeners.chat.host: ::1 holds a character that needs quotes; write \"::1\"")]
    public void HOCON_that_does_not_parse_is_refused_with_its_line(string text, string line) =>
        Assert.Equal([line], ConfigFolder.Faults(text));

    [Fact]
    public void HOCON_on_the_command_line_that_does_not_parse_is_refused() => Assert.Equal(
        ["error: --set hub.listeners={ chat: the { of hub.listeners is not closed; add a } where the group ends"],
        ConfigFolder.Faults("", "hub.listeners={ chat {}")
            .Select(line => line.Replace("{ chat {}", "{ chat", StringComparison.Ordinal)));

    [Fact]
    public void What_is_no_key_is_refused() => Assert.Equal(
        ["error: --set hub..grace=1: this is not a key; write --set KEY=VALUE with a key such as hub.interval"],
        ConfigFolder.Faults("", "hub..grace=1"));

    [Theory]
    [InlineData(
        "hub.listeners {\n a { port = 7 }\n b {\n port = 7\n }\n}",
        "error: hub.conf:4: listener b asks for udp 127.0.0.1:7, which is listener a's "
            + "(udp 127.0.0.1:7); choose another hub.listeners.b.port")]
    [InlineData(
        "hub.listeners {\n a {}\n b {}\n}",
        "error: hub.conf:3: listener b asks for udp 127.0.0.1:9999, which is listener a's "
            + "(udp 127.0.0.1:9999); choose another hub.listeners.b.port")]
    [InlineData(
        "hub.listeners.a { host = 0.0.0.0, port = 7 }\nhub.listeners.b { port = 7 }",
        "error: hub.conf:2: listener b asks for udp 127.0.0.1:7, which is listener a's "
            + "(udp 0.0.0.0:7); choose another hub.listeners.b.port")]
    public void Two_listeners_on_one_address_are_refused(string text, string line) => Assert.Equal([line], ConfigFolder.Faults(text));

    [Fact]
    public void Two_listeners_may_share_a_port_on_two_addresses_or_have_any_port() =>
        Assert.Equal(
            ["a", "b", "c", "d"],
            ConfigFolder.Options(
                """
                hub.listeners {
                  a.port = 0
                  b.port = 0
                  c.port = 7
                  d { port = 7, host = "::1" }
                }
                """).Enabled.Select(l => l.Name));

    [Fact]
    public void A_hub_without_a_listener_is_refused() => Assert.Equal(
        ["error: hub.listeners: no listener is enabled; set hub.listeners.NAME.enabled = on for one"],
        ConfigFolder.Faults("", "hub.listeners.chat.enabled=off"));

    [Fact]
    public void All_faults_are_found_at_once_in_the_order_of_their_lines()
    {
        var faults = ConfigFolder.Faults("hub {\n a = 1\n b = 2\n}");
        Assert.Equal(["error: hub.conf:2", "error: hub.conf:3"], faults.Select(f => f[..17]));
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused() =>
        Assert.Equal(
            "error: --config nowhere.conf: there is no such file; give an existing one, or leave --config out for the default",
            Refused("nowhere.conf"));

    [Fact]
    public void A_folder_is_no_file()
    {
        using var folder = new ConfigFolder();
        Assert.Equal($"error: --config {folder.Root}: it is a folder; give a file that this user may read", Refused(folder.Root));
    }

    [Fact]
    public void A_file_that_is_no_text_or_has_no_end_is_refused()
    {
        using var folder = new ConfigFolder();
        var binary = Path.Combine(folder.Root, "binary");
        File.WriteAllBytes(binary, [0xC3, 0x28]);
        Assert.Equal($"error: {binary}: it is not UTF-8 text; save it as UTF-8", Refused(binary));

        var large = folder.Write("large", new string('#', (1 << 20) + 1));
        Assert.Equal($"error: {large}: it is longer than 1048576 bytes; give the hub's configuration file", Refused(large));
    }

    [Fact]
    public void Whatever_a_value_holds_the_refusal_is_one_printable_line()
    {
        var line = Assert.Single(ConfigFolder.Faults("hub.log-level = \"\"\"a\nb\u001b[31m\u202e\"\"\""));
        Assert.Equal("error: hub.conf:1: hub.log-level = a b\\u001b[31m\\u202e cannot be; write debug, info, warning, error or off", line);
    }

    private static string Refused(string path)
    {
        using var folder = new ConfigFolder();
        var configuration = folder.Load("--config", path);
        var fault = Assert.Single(configuration.Faults);
        Assert.Equal(ExitCodes.BadConfiguration, fault.ExitCode);
        return fault.ToString();
    }
}
