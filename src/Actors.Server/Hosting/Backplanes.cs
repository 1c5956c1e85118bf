using Actors.Backplane.RabbitMq;
using Actors.Hub.Backplane;
using Actors.Server.Configuration;

namespace Actors.Server.Hosting;

/// <summary>What may stand behind <c>hub.backplane</c>, by its name there.</summary>
internal static class Backplanes
{
    /// <summary>The hub shares its rooms with nobody, not even among its own listeners.</summary>
    public const string None = BackplaneOptions.None;

    private static readonly IReadOnlyList<(string Name, Func<ServerOptions, (IBackplane?, OperatorFault?)> Make)> All =
    [
        (None, _ => (null, null)),

        // One process, one hub: what it gives is that listeners whose rooms have one name share them.
        ("in-process", _ => (new InProcessExchange().Connect(), null)),
        ("rabbitmq", RabbitMq),
    ];

    /// <summary>The names, as they are told to the operator.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(one => one.Name)];

    /// <summary>Makes the one that the options name; null for none, or with what the operator must mend.</summary>
    public static (IBackplane? Backplane, OperatorFault? Fault) Make(ServerOptions options) =>
        All.First(one => one.Name == options.Backplane.Kind).Make(options);

    private static (IBackplane?, OperatorFault?) RabbitMq(ServerOptions options)
    {
        var (broker, fault) = new RabbitMqSource(Environment.GetEnvironmentVariable).Read(options.RabbitMq);
        return (broker is null ? null : new RabbitMqBackplane(broker, TimeProvider.System), fault);
    }
}
