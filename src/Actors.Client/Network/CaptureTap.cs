using Actors.Client.Text;
using Actors.Datagrams;
using Actors.Datagrams.Capture;

namespace Actors.Client.Network;

/// <summary>
/// <c>--capture</c>: every datagram to a pcapng file that tcpdump and Wireshark open; the file rotates, and nobody waits for it.
/// </summary>
internal sealed class CaptureTap : IDatagramTap, IDisposable
{
    private readonly CaptureFile _file;
    private readonly TimeProvider _time;

    /// <summary>Opens the file.</summary>
    /// <param name="path">Where.</param>
    /// <param name="time">Stamps the datagrams.</param>
    /// <param name="stopped">Takes the word that the file cannot be written any more.</param>
    /// <exception cref="ClientFault">It cannot be opened.</exception>
    public CaptureTap(string path, TimeProvider time, Action<string> stopped)
    {
        _time = time;
        try
        {
            _file = new CaptureFile(new CaptureFileOptions(path)
            {
                Application = "Actors.Client",
                Time = time,
                Stopped = fault => stopped($"the capture has stopped: {PeerText.Show(fault.Message)}"),
            });
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ClientFault(ExitCode.System, $"cannot capture to {PeerText.Show(path)}: {PeerText.Show(fault.Message)}");
        }
    }

    public void Sent(EndpointKey local, EndpointKey remote, ReadOnlySpan<byte> payload, string? comment) =>
        _file.Write(_time.GetUtcNow(), local, remote, CaptureDirection.Out, payload, comment);

    public void Received(EndpointKey local, EndpointKey remote, ReadOnlySpan<byte> payload, string? comment) =>
        _file.Write(_time.GetUtcNow(), remote, local, CaptureDirection.In, payload, comment);

    // The process ends after this, and with it whatever is not written: worth more than the usual second of a busy machine.
    public void Dispose() => _file.Close(TimeSpan.FromSeconds(5));
}
