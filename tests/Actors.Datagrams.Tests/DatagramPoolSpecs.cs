namespace Actors.Datagrams.Tests;

public sealed class DatagramPoolSpecs
{
    private static readonly EndpointKey Source = new(System.Net.IPAddress.Loopback, 5);
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void No_more_leases_are_out_than_the_capacity()
    {
        var pool = new DatagramPool(3);
        var leases = Enumerable.Range(0, 3).Select(_ => Rent(pool)).ToList();

        Assert.False(pool.TryRent(out _));
        Assert.Equal(0, pool.Free);
        leases[1].Release();
        Assert.Equal(1, pool.Free);
        Assert.True(pool.TryRent(out _));
        Assert.False(pool.TryRent(out _));
    }

    [Fact]
    public void A_lost_lease_is_replaced()
    {
        var pool = new DatagramPool(1);
        Rent(pool);
        Assert.False(pool.TryRent(out _));

        pool.Replace();

        Assert.Equal(1, pool.Free);
        Assert.True(pool.TryRent(out _));
        Assert.False(pool.TryRent(out _));
    }

    [Fact]
    public void A_lost_lease_that_comes_back_after_all_leaves_the_pool_at_its_capacity()
    {
        var pool = new DatagramPool(2);
        var lost = Rent(pool);
        pool.Replace();
        lost.Release();

        Assert.Equal(2, pool.Free);
        Assert.True(pool.TryRent(out var first));
        Assert.True(pool.TryRent(out var second));
        Assert.NotSame(first, second);
        Assert.False(pool.TryRent(out _));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2_048)]
    [InlineData(2_049)]
    [InlineData(65_535)]
    public void A_lease_holds_a_datagram_of_any_length_and_again(int length)
    {
        var pool = new DatagramPool(1);
        foreach (var size in new[] { length, 10, length })
        {
            var bytes = new byte[size];
            new Random(size).NextBytes(bytes);
            var lease = Rent(pool);
            lease.Fill(Source, bytes, Now);

            Assert.Equal(size, lease.Length);
            Assert.True(lease.Bytes.SequenceEqual(bytes));
            Assert.Equal(Source, lease.Source);
            Assert.Equal(Now, lease.ReceivedAt);
            lease.Release();
        }
    }

    [Fact]
    public void Leases_go_round_between_threads_without_loss()
    {
        var pool = new DatagramPool(16);
        Parallel.For(0, 4, _ =>
        {
            for (var i = 0; i < 5_000; i++)
            {
                if (pool.TryRent(out var lease))
                {
                    lease.Release();
                }
            }
        });

        Assert.Equal(16, pool.Free);
    }

    [Fact]
    public void An_unpooled_datagram_holds_what_it_was_made_of()
    {
        var datagram = ReceivedDatagram.Create(Source, "hello"u8, Now);

        Assert.Equal((Source, 5, Now, false), (datagram.Source, datagram.Length, datagram.ReceivedAt, datagram.IsReleased));
        Assert.True(datagram.Bytes.SequenceEqual("hello"u8));
        datagram.Release();
        Assert.True(datagram.IsReleased);
    }

#if DEBUG
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_released_datagram_throws_on_every_use(bool pooled)
    {
        var datagram = pooled ? Rent(new DatagramPool(1)) : ReceivedDatagram.Create(Source, "x"u8, Now);
        datagram.Release();

        var misuse = Assert.Throws<InvalidOperationException>(() => datagram.Bytes.Length);
        Assert.Contains("released", misuse.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => datagram.Source);
        Assert.Throws<InvalidOperationException>(() => datagram.Length);
        Assert.Throws<InvalidOperationException>(() => datagram.ReceivedAt);
        Assert.Throws<InvalidOperationException>(() => datagram.Fill(Source, "y"u8, Now));
        Assert.Contains("twice", Assert.Throws<InvalidOperationException>(datagram.Release).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stale_reference_throws_also_when_the_lease_went_to_another_owner()
    {
        var pool = new DatagramPool(1);
        var stale = Rent(pool);
        stale.Release();
        var next = Rent(pool);

        Assert.Throws<InvalidOperationException>(() => stale.Source);
        Assert.Throws<InvalidOperationException>(stale.Release);
        Assert.False(next.IsReleased);
        Assert.Equal(0, pool.Free);
    }

    [Fact]
    public void A_batch_released_twice_throws()
    {
        var store = new Internal.BatchStore(1, 1);
        var batch = store.Take()!;
        batch.Release();

        Assert.Contains("twice", Assert.Throws<InvalidOperationException>(batch.Release).Message, StringComparison.Ordinal);
        Assert.Equal(1, store.Free);
    }
#else
    [Fact]
    public void A_second_release_leaves_the_pool_whole()
    {
        var pool = new DatagramPool(2);
        var lease = Rent(pool);
        Rent(pool);
        lease.Release();
        lease.Release();

        Assert.Equal(1, pool.Free);
        Assert.True(pool.TryRent(out _));
        Assert.False(pool.TryRent(out _));
    }
#endif

    private static ReceivedDatagram Rent(DatagramPool pool)
    {
        Assert.True(pool.TryRent(out var lease));
        return lease;
    }
}
