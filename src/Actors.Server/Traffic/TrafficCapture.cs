using Actors.Datagrams;
using Actors.Datagrams.Capture;
using Actors.Hub;
using Actors.Server.Configuration;
using Actors.Server.Options;

namespace Actors.Server.Traffic;

/// <summary><c>--capture</c>: every datagram of the hub to a file, with its verdict as comment.</summary>
internal sealed class TrafficCapture(CaptureFile file) : IHubObserver
{
    /// <summary>Datagrams that are in a file.</summary>
    public long Written => file.Written;

    /// <summary>Datagrams that are in none, since they came faster than they could be written.</summary>
    public long Dropped => file.Dropped;

    /// <summary>Opens the file.</summary>
    /// <param name="setting">Which.</param>
    /// <param name="time">The time of its statistics.</param>
    /// <param name="stopped">Hears once that it cannot be written any more, and why.</param>
    /// <returns>The capture, or what the operator must mend.</returns>
    public static (TrafficCapture? Capture, OperatorFault? Fault) Open(CaptureSetting setting, TimeProvider time, Action<string> stopped)
    {
        try
        {
            var options = new CaptureFileOptions(setting.File)
            {
                FileBytes = setting.FileBytes,
                Files = setting.Files,
                Application = ServerVersion.Text,
                InterfaceName = "hub",
                Time = time,
                Stopped = fault => stopped(fault.Message),
            };
            return (new TrafficCapture(new CaptureFile(options)), null);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var mend = Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(setting.File)))
                ? "choose a file that this user may write"
                : "make that folder, or choose another";
            return (null, new OperatorFault($"--capture {setting.File}", refusal.Message.TrimEnd('.'), mend, ExitCodes.SystemRefused));
        }
    }

    /// <summary>Writes what is queued, and ends the file.</summary>
    /// <returns>Whether it was done in time.</returns>
    public bool Close(TimeSpan within) => file.Close(within);

    public void Received(BoundListener listener, ReceivedDatagram datagram, Verdict verdict) => file.Write(
        datagram.ReceivedAt, datagram.Source, listener.LocalEndpoint, CaptureDirection.In, datagram.Bytes, verdict.ToString());

    public void Sent(BoundListener listener, EndpointKey to, ReadOnlySpan<byte> payload, DateTimeOffset at, Verdict verdict) => file.Write(
        at, listener.LocalEndpoint, to, CaptureDirection.Out, payload, verdict.ToString());
}
