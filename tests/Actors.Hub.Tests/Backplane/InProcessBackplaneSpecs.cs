using Actors.Hub.Backplane;
using Actors.Hub.Tests.Backplane.Contract;

namespace Actors.Hub.Tests.Backplane;

/// <summary>The contract, on the exchange that hubs of one process share.</summary>
public sealed class InProcessBackplaneSpecs : BackplaneContract
{
    private readonly InProcessExchange _exchange = new();

    protected override IBackplane Connect() => _exchange.Connect();

    protected override Task HangAsync() => Set(InProcessLink.Hung);

    protected override Task ResumeAsync() => Set(InProcessLink.Up);

    protected override Task CutAsync() => Set(InProcessLink.Down);

    protected override Task RestoreAsync() => Set(InProcessLink.Up);

    private Task Set(InProcessLink link)
    {
        _exchange.Set(link);
        return Task.CompletedTask;
    }
}
