using Akka.Actor;
using Akka.Event;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Terminates <see cref="Sys"/> and waits for it.</summary>
    /// <inheritdoc cref="Shutdown(ActorSystem, TimeSpan?, bool)" />
    public virtual void Shutdown(TimeSpan? duration = null, bool verifySystemShutdown = false) =>
        Shutdown(_system, duration, verifySystemShutdown);

    /// <summary>Terminates a system and waits for it.</summary>
    /// <param name="system">The system.</param>
    /// <param name="duration">How long to wait, not dilated: 5 s, dilated, and at most 10 s by default.</param>
    /// <param name="verifySystemShutdown">Whether it is a failure not to end in time; if not, a warning is logged.</param>
    /// <exception cref="TimeoutException">It did not end in time, and this is to be verified.</exception>
    protected virtual void Shutdown(ActorSystem system, TimeSpan? duration = null, bool verifySystemShutdown = false)
    {
        var timeout = duration ?? Shortest(Dilated(TimeSpan.FromSeconds(5)), TimeSpan.FromSeconds(10));
        using (PoolThreadLoan.Begin())
        {
            if (system.Terminate().Wait(timeout)) return;
        }

        var message = $"Failed to stop [{system.Name}] within [{timeout}]";
        if (verifySystemShutdown) throw new TimeoutException(message);
        system.Log.Warning("{0}", message);
    }

    private static TimeSpan Shortest(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
