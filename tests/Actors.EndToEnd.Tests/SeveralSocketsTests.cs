using Actors.EndToEnd.Tests.Fixtures;

namespace Actors.EndToEnd.Tests;

/// <summary>A listener whose port several sockets share: its users see one room.</summary>
public sealed class SeveralSocketsTests
{
    [LinuxFact]
    public void Users_who_come_in_by_different_sockets_are_in_one_room_and_leave_it_like_any_other()
    {
        using var hub = new RunningHub("--set", "hub.listeners.chat.sockets=4");
        // That the kernel puts all twelve at one of four sockets has a probability of 4 to the power of -11.
        var users = Enumerable.Range(0, 12).Select(_ => hub.User()).ToList();
        users.ForEach(user => user.Says("^hb^"));
        Assert.True(SpinWait.SpinUntil(() => hub.Stat("joined") == users.Count, Wait.Bound), "every user has joined");
        foreach (var user in users)
        {
            user.Says("here I am");
            users.ForEach(each => each.HearsAck("HERE I AM", user));
        }

        users.ForEach(user => user.Says("quit"));
        Assert.True(SpinWait.SpinUntil(() => hub.Stat("left quit") == users.Count, Wait.Bound), "every user has left");
        Assert.True(users.TrueForAll(user => user.HasHeardNothing));
        Assert.Equal(users.Count, hub.Stat("joined"));
        users.ForEach(user => user.Vanishes());
    }
}
