using System.Text;
using Actors.Client.Measuring;

namespace Actors.Client.Tests.Measuring;

public sealed class PingStatisticsTests
{
    private readonly PingStatistics _statistics = new();

    [Fact]
    public void Percentiles_are_by_nearest_rank()
    {
        foreach (var milliseconds in Enumerable.Range(1, 200).Reverse()) Answered(201 - milliseconds, milliseconds);

        Assert.Equal(1, _statistics.Least?.TotalMilliseconds);
        Assert.Equal(100, _statistics.Median?.TotalMilliseconds);
        Assert.Equal(198, _statistics.P99?.TotalMilliseconds);
        Assert.Equal(200, _statistics.Most?.TotalMilliseconds);
        Assert.Equal(1, _statistics.Jitter?.TotalMilliseconds);
    }

    [Fact]
    public void Jitter_follows_the_order_of_sending_whatever_that_of_the_answers()
    {
        Answered(3, 10);
        Answered(1, 10);
        Answered(2, 40);

        Assert.Equal(30, _statistics.Jitter?.TotalMilliseconds);
    }

    [Fact]
    public void Loss_counts_probes_and_a_second_answer_is_a_duplicate()
    {
        for (var i = 0; i < 4; i++) _statistics.Send();
        Assert.True(_statistics.Answer(1, TimeSpan.Zero));
        Assert.False(_statistics.Answer(1, TimeSpan.Zero));

        Assert.Equal((4, 1, 3, 1), (_statistics.Sent, _statistics.Answered, _statistics.Lost, _statistics.Duplicates));
        Assert.Equal(75, _statistics.LossPercent);
    }

    [Fact]
    public void Nothing_is_measured_where_nothing_came()
    {
        Assert.Null(_statistics.Median);
        Assert.Null(_statistics.Jitter);
        Assert.Equal(0, _statistics.LossPercent);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("Ack {0}. from 127.0.0.1:9")]
    [InlineData("server send data:{0}")]
    [InlineData("狗{0}狗")]
    public void A_probe_is_known_in_whatever_comes_back_around_it(string answer)
    {
        var probe = new Probe("ping", new Random(1));
        var asked = Encoding.ASCII.GetString(probe.Make(17, 40));

        Assert.Equal(40, asked.Length);
        Assert.Equal(17, probe.NumberOf(Encoding.UTF8.GetBytes(string.Format(null, answer, asked.ToUpperInvariant()))));
    }

    [Fact]
    public void Another_runs_answer_and_half_an_answer_are_not_ours()
    {
        var probe = new Probe("ping", new Random(1));

        Assert.Null(probe.NumberOf(new Probe("ping", new Random(2)).Make(17, 0)));
        Assert.Null(probe.NumberOf(probe.Make(17, 0).AsSpan(0, probe.LeastSize - 1)));
        Assert.Null(probe.NumberOf("xxxx"u8));
    }

    private void Answered(int number, int milliseconds)
    {
        _statistics.Send();
        _statistics.Answer(number, TimeSpan.FromMilliseconds(milliseconds));
    }
}
