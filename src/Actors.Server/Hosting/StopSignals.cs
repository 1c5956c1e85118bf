using System.Runtime.InteropServices;

namespace Actors.Server.Hosting;

/// <summary>
/// The signals that end the hub in an orderly way: SIGTERM, SIGINT (Ctrl+C), SIGQUIT and SIGHUP (a terminal that closes). Heard from when
/// there is a hub to end, and for as long as the process lives: the host hears them only between its start and its stop.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private static readonly PosixSignal[] Signals = [PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT, PosixSignal.SIGHUP];

    private readonly CancellationTokenSource _told = new();
    private PosixSignalRegistration[] _registrations = [];

    /// <summary>Cancelled by the first of them.</summary>
    public CancellationToken Told => _told.Token;

    /// <summary>From now on they no longer end the process by themselves.</summary>
    public void Listen()
    {
        if (_registrations.Length == 0)
            _registrations = [.. Signals.Select(signal => PosixSignalRegistration.Create(signal, OnSignal))];
    }

    /// <summary>Leaves the signals to the system again.</summary>
    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _told.Dispose();
    }

    private void OnSignal(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _told.Cancel();
    }
}
