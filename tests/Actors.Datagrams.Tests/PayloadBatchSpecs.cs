namespace Actors.Datagrams.Tests;

public sealed class PayloadBatchSpecs
{
    [Fact]
    public void Payloads_are_copied_and_keep_their_order()
    {
        var batch = new PayloadBatch();
        var payload = "one"u8.ToArray();
        Assert.True(batch.TryAdd(payload));
        payload[0] = (byte)'?';
        Assert.True(batch.TryAdd([]));
        Assert.True(batch.TryAdd("three"u8));

        Assert.Equal((3, 8), (batch.Count, batch.Bytes));
        Assert.Equal("one"u8, batch[0]);
        Assert.Equal(""u8, batch[1]);
        Assert.Equal("three"u8, batch[2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => batch[3].Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => batch[-1].Length);
    }

    [Fact]
    public void It_takes_no_more_bytes_than_it_holds_and_all_of_them_again_when_cleared()
    {
        var batch = new PayloadBatch(capacityBytes: 10, capacity: 3);
        for (var round = 0; round < 2; round++)
        {
            Assert.False(batch.TryAdd(new byte[11]));
            Assert.True(batch.TryAdd(new byte[6]));
            Assert.False(batch.TryAdd(new byte[5]));
            Assert.True(batch.TryAdd(new byte[4]));
            Assert.True(batch.TryAdd([])); // the third
            Assert.False(batch.TryAdd([]));
            Assert.Equal((3, 10), (batch.Count, batch.Bytes));

            batch.Clear();
            Assert.Equal((0, 0), (batch.Count, batch.Bytes));
            Assert.Throws<ArgumentOutOfRangeException>(() => batch[0].Length);
        }
    }

    [Fact]
    public void An_empty_one_takes_the_longest_payload_there_is() => Assert.True(new PayloadBatch().TryAdd(new byte[65_507]));

    [Fact]
    public void A_capacity_below_its_least_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PayloadBatch(capacityBytes: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PayloadBatch(capacity: 0));
    }
}
