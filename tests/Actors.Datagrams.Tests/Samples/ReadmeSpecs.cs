using System.Net;
using System.Runtime.CompilerServices;
using Actors.Datagrams.Tests.Contract;
using Samples;

namespace Actors.Datagrams.Tests.Samples;

/// <summary>The samples of the package's README: they are the files beside this one, and they do what they say.</summary>
public sealed class ReadmeSpecs
{
    private static readonly EndpointKey AnyPort = new(IPAddress.Loopback, 0);

    [Theory]
    [InlineData("ChatRoom.cs")]
    [InlineData("Shards.cs")]
    public void The_README_shows_the_samples_as_they_are_compiled(string file)
    {
        var readme = File.ReadAllText(Path.Combine(Here(), "../../../src/Actors.Datagrams/README.md"));
        var sample = File.ReadAllText(Path.Combine(Here(), file));
        var type = sample[sample.IndexOf("public sealed class", StringComparison.Ordinal)..];

        Assert.Contains($"```csharp\n{type}```\n", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chat_room_tells_everyone_who_has_spoken()
    {
        using var socket = DatagramSocket.Bind(AnyPort);
        using var ann = new TestPeer();
        using var bob = new TestPeer();
        using var stop = new CancellationTokenSource();
        var room = new Thread(() => new ChatRoom(socket).Run(stop.Token));
        room.Start();

        ann.Send("hello?"u8, socket.LocalEndpoint);
        Assert.Equal("hello?"u8, ann.Receive());
        bob.Send("hello!"u8, socket.LocalEndpoint);
        Assert.Equal("hello!"u8, ann.Receive());
        Assert.Equal("hello!"u8, bob.Receive());

        stop.Cancel();
        room.Join();
        Assert.False(bob.HasMail, "What was said before he came is not for him.");
    }

    [Fact]
    public void Shards_hear_every_peer()
    {
        using var shards = new Shards(AnyPort, count: 2, (socket, batch) =>
        {
            for (var i = 0; i < batch.Count; i++)
            {
                socket.Send(batch[i].Bytes, batch[i].Source);
            }

            batch.Discard();
        });
        TestPeer[] peers = [.. Enumerable.Range(0, 16).Select(_ => new TestPeer())];

        Array.ForEach(peers, peer => peer.Send("echo"u8, shards.LocalEndpoint));

        Assert.All(peers, peer => Assert.Equal((Bytes: "echo"u8.ToArray(), From: shards.LocalEndpoint), peer.ReceiveFrom(), Same));
        Array.ForEach(peers, peer => peer.Dispose());

        static bool Same((byte[] Bytes, EndpointKey From) one, (byte[] Bytes, EndpointKey From) other) =>
            one.Bytes.SequenceEqual(other.Bytes) && one.From == other.From;
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
