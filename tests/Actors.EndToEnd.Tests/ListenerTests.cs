using Actors.EndToEnd.Tests.Fixtures;

namespace Actors.EndToEnd.Tests;

/// <summary>Several listeners in one process, IPv6 among them: each with its own room.</summary>
public sealed class ListenerTests : IDisposable
{
    private readonly RunningHub _hub = new("--set", "hub.interval=120s",
        "--set", "hub.listeners.six.host=::1", "--set", "hub.listeners.six.port=0", "--set", "hub.listeners.six.room=six",
        "--set", "hub.listeners.quiet.port=0", "--set", "hub.listeners.quiet.room=quiet");

    [Fact]
    public void The_ready_line_names_each_of_them()
    {
        var names = _hub.Listeners.Select(one => $"{one.Name} {one.Room}");
        Assert.Equal(["chat lobby", "quiet quiet", "six six"], names.Order(StringComparer.Ordinal));
        Assert.Equal(3, _hub.Listeners.Select(one => one.Endpoint.Port).Distinct().Count());
    }

    [Fact]
    public void What_is_said_in_one_room_is_not_heard_in_another()
    {
        using ChatUser ann = _hub.User().Joins(), bob = _hub.User("quiet").Joins();
        ann.Settles();
        bob.Settles();
        Assert.True(ann.HasHeardNothing && bob.HasHeardNothing);
    }

    [Fact]
    public void An_ipv6_endpoint_is_named_in_brackets()
    {
        using var ann = _hub.User("six");
        Assert.StartsWith("[::1]:", ann.Name, StringComparison.Ordinal);
        ann.Says("hi");
        ann.Hears($"Ack HI. from {ann.Name}");
        Assert.True(_hub.Lists(ann));
    }

    [Fact]
    public void The_longest_answer_fits_the_1024_bytes_that_the_documents_clients_read()
    {
        using var ann = _hub.User("six");
        ann.Says("\n");
        ann.Hears($"Ack . from {ann.Name}\n");
        ann.Says(new string('x', 960));
        var longest = ann.Hears();
        Assert.Equal($"Ack {new string('X', 960)}. from {ann.Name}\n", longest);
        // The longest IPv6 endpoint, [ffff:…:ffff]:65535, is 47 characters.
        Assert.True(longest.Length - ann.Name.Length + 47 <= 1_024);
    }

    [Fact]
    public void Bye_goes_to_the_members_of_every_room()
    {
        using ChatUser ann = _hub.User().Joins(), six = _hub.User("six").Joins(), quiet = _hub.User("quiet").Joins();
        _hub.Process.Type("quit");
        foreach (var member in new[] { ann, six, quiet }) member.Hears("Bye!");
        Assert.Equal(0, _hub.Process.WaitForExit());
    }

    public void Dispose() => _hub.Dispose();
}
