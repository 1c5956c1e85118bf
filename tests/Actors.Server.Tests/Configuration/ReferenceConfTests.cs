using System.Text.RegularExpressions;
using Actors.Hub;
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
    public void The_file_for_the_operator_is_right_and_changes_nothing()
    {
        var shipped = ConfigFolder.Options(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, ConfigSource.Folder, "hub.conf")));
        Assert.Equal(HubOptions.Default.Listeners, shipped.ToHubOptions().Listeners);
        Assert.Equal(HubOptions.Default.Limits, shipped.Limits);
    }
}
