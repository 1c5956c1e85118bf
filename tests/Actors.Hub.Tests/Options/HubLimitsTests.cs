namespace Actors.Hub.Tests.Options;

public sealed class HubLimitsTests
{
    [Fact]
    public void The_defaults_are_what_the_documents_say()
    {
        var limits = HubLimits.Default;
        Assert.Equal(960, limits.MessageBytes);
        Assert.Equal(100_000, limits.MembersPerRoom);
        Assert.Equal(10_000, limits.QuarantinedEndpoints);
        Assert.Equal(TimeSpan.FromMinutes(10), limits.QuarantineTime);
        Assert.Equal(4_096, limits.DatagramsInFlight);
    }

    [Fact]
    public void A_limit_out_of_range_is_refused_by_its_name()
    {
        Refused("MessageBytes", () => new HubLimits { MessageBytes = 0 });
        Refused("MessageBytes", () => new HubLimits { MessageBytes = HubLimits.MaxMessageBytes + 1 });
        Refused("MembersPerRoom", () => new HubLimits { MembersPerRoom = 0 });
        Refused("QuarantinedEndpoints", () => new HubLimits { QuarantinedEndpoints = 0 });
        Refused("QuarantineTime", () => new HubLimits { QuarantineTime = TimeSpan.Zero });
        Refused("DatagramsInFlight", () => new HubLimits { DatagramsInFlight = 15 });
    }

    [Theory]
    [InlineData("lobby", true)]
    [InlineData("狗哥", true)]
    [InlineData("", false)]
    [InlineData("a b", false)]
    [InlineData("a\u001b[1m", false)]
    [InlineData(null, false)]
    public void A_room_has_a_name_that_can_be_printed(string? name, bool valid)
    {
        Assert.Equal(valid, RoomName.TryParse(name, out var room));
        Assert.Equal(valid ? name : "", room.Value);
    }

    [Fact]
    public void A_name_has_a_longest_length()
    {
        Assert.True(RoomName.TryParse(new string('x', RoomName.MaxLength), out _));
        Assert.Throws<ArgumentException>(() => new RoomName(new string('x', RoomName.MaxLength + 1)));
    }

    private static void Refused(string property, Func<HubLimits> make) =>
        Assert.Equal(property, Assert.Throws<ArgumentOutOfRangeException>(make).ParamName);
}
