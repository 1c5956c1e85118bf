using Actors.EndToEnd.Tests.Fixtures;

namespace Actors.EndToEnd.Tests;

/// <summary>The command-line client and the hub, each a process of its own.</summary>
public sealed class ClientTests
{
    [Fact]
    public void The_client_chats_with_other_members_until_bye()
    {
        using var hub = new RunningHub();
        using var ann = hub.User().Joins();
        using var folder = new TemporaryFolder();
        using var client = ServerProcess.Run(ServerProcess.Dotnet, folder.Path, Checkout.Client, "chat", $"{hub.Chat}");
        client.Type("hello, 你好");
        var line = client.Output.WaitForLine("its own words", _ => true, otherwise: client.Said);
        Assert.StartsWith("Ack HELLO, 你好. from 127.0.0.1:", line, StringComparison.Ordinal);
        ann.Hears(line);

        ann.Says("good evening");
        Assert.Equal($"Ack GOOD EVENING. from {ann.Name}", client.Output.WaitForLine("ann's words", _ => true, from: 1, client.Said));

        hub.Process.Type("quit");
        Assert.Equal("Bye!", client.Output.WaitForLine("the hub's Bye!", _ => true, from: 2, client.Said));
        // Bye! ends the client too: nobody is left to talk to.
        Assert.True(client.WaitForExit() == 0, client.Said());
    }
}
