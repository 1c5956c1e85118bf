using Actors.EndToEnd.Tests.Fixtures;

namespace Actors.EndToEnd.Tests;

/// <summary>Rooms from three members to two hundred: each hears each, and when the hub goes, each hears Bye!.</summary>
public sealed class ManyMembersTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(50)]
    [InlineData(200)]
    public void Every_member_hears_every_other_and_then_bye(int count)
    {
        using var hub = new RunningHub("--set", "hub.interval=120s");
        var members = new List<ChatUser>();
        try
        {
            for (var n = 0; n < count; n++)
            {
                members.Add(hub.User().Joins());
                foreach (var earlier in members[..^1]) earlier.HearsAck("HELLO", members[^1]);
            }

            foreach (var speaker in new[] { members[0], members[count / 2], members[^1] })
            {
                speaker.Says("to all");
                foreach (var member in members) member.HearsAck("TO ALL", speaker);
            }

            hub.Process.Type("quit");
            foreach (var member in members) member.Hears("Bye!");
            Assert.Equal(0, hub.Process.WaitForExit());
        }
        finally
        {
            foreach (var member in members) member.Dispose();
        }
    }
}
