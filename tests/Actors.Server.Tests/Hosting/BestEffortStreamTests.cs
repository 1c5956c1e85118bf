using Actors.Server.Hosting;

namespace Actors.Server.Tests.Hosting;

public sealed class BestEffortStreamTests
{
    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(UnauthorizedAccessException))]
    public void What_cannot_be_written_is_lost_and_nobody_suffers(Type fault)
    {
        using var output = new StreamWriter(new BestEffortStream(new Broken(fault))) { AutoFlush = true };
        output.WriteLine("ready");
    }

    [Fact]
    public void What_can_be_written_is()
    {
        using var written = new MemoryStream();
        using var output = new StreamWriter(new BestEffortStream(written)) { AutoFlush = true };
        output.Write("ready");
        Assert.Equal("ready"u8.ToArray(), written.ToArray());
    }

    private sealed class Broken(Type fault) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw (Exception)Activator.CreateInstance(fault)!;
    }
}
