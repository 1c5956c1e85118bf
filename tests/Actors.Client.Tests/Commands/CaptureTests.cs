using System.Text;
using Actors.Client.Tests.Fixtures;
using Actors.Datagrams.Capture;

namespace Actors.Client.Tests.Commands;

public sealed class CaptureTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_datagram_in_and_out_is_in_the_file()
    {
        using var server = UdpServer.Echo();
        var file = Path.Combine(_folder, "traffic.pcapng");
        await ClientRun.ToEnd("", "send", server.Address, "狗哥 hi", "--empty", "--wait", "10", "--connected", "--capture", file);

        using var stream = File.OpenRead(file);
        var reader = new PcapngReader(stream);
        var captured = new List<CapturedDatagram>();
        while (reader.Read(out var datagram) == PcapngReadStatus.Datagram) captured.Add(datagram!);

        Assert.Equal(
            [("Out", "狗哥 hi"), ("Out", ""), ("In", "狗哥 HI"), ("In", "")],
            captured.Select(one => (one.Direction.ToString(), Encoding.UTF8.GetString(one.Payload.Span))));
        Assert.All(captured, one =>
            Assert.Equal(server.Address, (one.Direction == CaptureDirection.Out ? one.Destination : one.Source).ToString()));
        Assert.Equal("Actors.Client", reader.Application);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_one_line()
    {
        var file = Path.Combine(_folder, "nowhere", "traffic.pcapng");
        var (exitCode, terminal) = await ClientRun.ToEnd("", "listen", "0", "--capture", file);

        Assert.Equal(ExitCode.System, exitCode);
        Assert.StartsWith($"cannot capture to {file}: ", Assert.Single(terminal.Errors.Lines));
    }
}
