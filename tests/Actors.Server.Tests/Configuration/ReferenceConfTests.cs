using System.Net;
using System.Text.RegularExpressions;
using Actors.Hub;
using Actors.Hub.Services;
using Actors.Server.Configuration;

namespace Actors.Server.Tests.Configuration;

/// <summary>hocon/reference.conf tells people what the program does; these hold the two together, in both directions.</summary>
public class ReferenceConfTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, ConfigSource.Folder, "reference.conf"));

    [Fact]
    public void Every_key_is_in_it_and_every_key_in_it_is_known() => Assert.Equal(
        HubKeys.All.Select(k => k.At("chat")),
        HoconScanner.Scan(Text).Entries.Where(e => e.Kind == ConfigEntryKind.Value).Select(e => e.Path));

    [Fact]
    public void Its_values_are_the_defaults()
    {
        var options = ConfigFolder.Options(Text);
        Assert.Equal(ConfigFolder.Options("").LogLevel, options.LogLevel);
        var hub = options.ToHubOptions();
        Assert.Equal(HubOptions.Default with { Listeners = hub.Listeners }, hub);
        Assert.Equal(HubOptions.Default.Listeners, hub.Listeners);
    }

    [Fact]
    public void Each_key_has_a_reason_above_it()
    {
        var lines = Text.Split('\n');
        foreach (var entry in HoconScanner.Scan(Text).Entries.Where(e => e.Kind == ConfigEntryKind.Value))
            Assert.True(lines[entry.Line - 2].TrimStart().StartsWith('#'), $"{entry.Path} on line {entry.Line} has no comment above it");
    }

    [Fact]
    public void Each_range_stands_beside_its_key()
    {
        var words = string.Join(' ', Text.Split((char[]?)['\n', ' ', '#'], StringSplitOptions.RemoveEmptyEntries));
        var ranges = HubKeys.All.Select(k => Regex.Match(k.Expected, "from (\\S+(?: ms| s)? to \\d+(?: ms| d)?)")).Where(m => m.Success);
        foreach (var range in ranges)
            Assert.Contains(range.Groups[1].Value, words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_for_the_operator_opens_every_service_on_this_machine_only_and_changes_nothing_else()
    {
        var shipped = ConfigFolder.Options(Shipped("hub.conf"));
        Assert.Equal(HubOptions.Default.Limits, shipped.Limits);
        var listeners = shipped.ToHubOptions().Listeners;
        Assert.Equal(HubOptions.Default.Listeners[0], listeners[0]);
        Assert.Equal(
            ["chat 9999 chat", "echo 8080 echo", "time 9000 time", "prefix 5002 prefix", "desk 8081 desk", "canned 8008 canned"],
            listeners.Select(l => $"{l.Name} {l.Local.Port} {l.Service}"));
        Assert.Equal(ServiceRegistry.Default.Names, listeners.Select(l => l.Service).Order(StringComparer.Ordinal));
        Assert.All(listeners, l => Assert.True(l.Local.Address.Equals(IPAddress.Loopback) && l.ServiceOptions == ServiceOptions.Default));
    }

    [Fact]
    public void The_documents_addresses_are_each_one_listener_and_every_switch_that_the_file_names_is_right()
    {
        var text = Shipped("documents.conf");
        Assert.Equal(
            ["9999 chat", "8008 canned", "8009 canned", "8080 desk", "9000 time", "5002 prefix"],
            ConfigFolder.Options(text).Enabled.Select(l => $"{l.Port} {l.Service}"));
        var switches = Regex.Matches(text, @"--set (\S+=[\w-]+)").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(4, switches.Count);
        Assert.All(switches, setting => Assert.NotEqual(
            ConfigFolder.Options(text).Listeners.Select(l => l with { Where = "" }),
            ConfigFolder.LoadText(text, setting).Options!.Listeners.Select(l => l with { Where = "" })));
    }

    private static string Shipped(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, ConfigSource.Folder, file));
}
