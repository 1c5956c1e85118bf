using Akka.Actor;

namespace Actors.Engine.Simulation;

/// <summary>Does something once its virtual time has come, unless disposed before.</summary>
internal sealed class SimulatedTimer : IDisposable
{
    private readonly Cancelable _calledOff;

    internal SimulatedTimer(IScheduler scheduler, TimeSpan time, Action action)
    {
        _calledOff = new Cancelable(scheduler);
        scheduler.Advanced.ScheduleOnce(time, action, _calledOff);
    }

    public void Dispose() => _calledOff.Cancel();
}
