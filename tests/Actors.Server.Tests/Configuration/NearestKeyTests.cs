using Actors.Server.Configuration;

namespace Actors.Server.Tests.Configuration;

public class NearestKeyTests
{
    [Theory]
    [InlineData("port", "port")]
    [InlineData("prot", "port")]
    [InlineData("PORT", "port")]
    [InlineData("hostt", "host")]
    [InlineData("intrval", "interval")]
    [InlineData("frobnicate", null)]
    [InlineData("", null)]
    public void A_slip_is_found_and_another_word_is_not(string name, string? nearest) =>
        Assert.Equal(nearest, NearestKey.To(name, ["port", "host", "interval"]));

    [Fact]
    public void Without_candidates_there_is_none() => Assert.Null(NearestKey.To("port", []));
}
