using Actors.Datagrams;
using Actors.Hub;
using Actors.Server.Configuration;
using Actors.Server.Options;
using Actors.Server.Traffic;
using Akka;
using Akka.Actor;
using Akka.Configuration;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Actors.Server.Hosting;

/// <summary>
/// The composition root: bound sockets, actor system, console and signals in one host. Starting: sockets → actors → ready line →
/// console. Stopping, whether by SIGTERM, SIGINT, SIGHUP or <c>quit</c>: Bye! → actors → backplane → sockets.
/// </summary>
internal static class ServerHost
{
    /// <summary>The process promises to be gone within 2 s of the word; what the runtime needs to leave is taken off.</summary>
    private static readonly TimeSpan StopWithin = TimeSpan.FromMilliseconds(1_700);

    /// <summary>Saying Bye! to 100,000 members takes some 0.2 s; the rest of the stop wants its part of <see cref="StopWithin"/>.</summary>
    private static readonly TimeSpan ByeWithin = TimeSpan.FromMilliseconds(1_000);

    /// <summary>The queue of a capture, 32 MiB at most, is written in some 50 ms.</summary>
    private static readonly TimeSpan CaptureEndsWithin = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs the hub until it is told to stop.</summary>
    /// <returns>The exit code; see <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(
        ServerConfiguration configuration, CaptureSetting? capture, ProcessStreams streams, StopSignals stop, bool consoleIsOn)
    {
        stop.Listen();
        var options = configuration.Options!;
        var (backplane, fault) = Backplanes.Make(options);
        IReadOnlyList<BoundListener> listeners = [];
        if (fault is null)
            (listeners, fault) = ListenerBinder.Bind(options.Enabled);
        if (fault is not null)
        {
            streams.Error.WriteLine(fault);
            return fault.ExitCode;
        }

        var session = new ServerSession(options, listeners, new HubCounters(), streams, consoleIsOn) { Backplane = backplane };
        using var host = Build(session);
        var logger = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Actors.Server");

        var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
        using var deadline = new ExitDeadline(StopWithin, () =>
        {
            session.Capture?.Close(CaptureEndsWithin);
            Environment.Exit(ExitCodes.Ok);
        });
        using var stopping = lifetime.ApplicationStopping.Register(() => deadline.Start());
        using var told = stop.Told.Register(lifetime.StopApplication);

        if (TryOpenCapture(capture, session, logger) && TryCreateActorSystem(host.Services, session))
        {
            logger.Starting(configuration.File ?? "(defaults)", configuration.Settings, ServerVersion.Text);
            WarnOfSmallBuffers(logger, listeners);
            await RunUntilStopped(host, session, lifetime);
        }

        EndCapture(session, logger);
        if (backplane is not null)
            await backplane.DisposeAsync();

        foreach (var listener in listeners)
            listener.Dispose();
        if (session.Fault is null && session.HasRun)
            return ExitCodes.Ok;

        var refusal = session.Fault ?? EngineFault("it did not start; the log above says why");
        streams.Error.WriteLine(refusal);
        return refusal.ExitCode;
    }

    private static bool TryOpenCapture(CaptureSetting? setting, ServerSession session, ILogger logger)
    {
        if (setting is null)
            return true;

        (session.Capture, session.Fault) = TrafficCapture.Open(setting, TimeProvider.System, logger.CaptureStopped);
        if (session.Capture is null)
            return false;
        session.Observers.Add(session.Capture);
        logger.Capturing(setting.File, setting.Files, setting.FileBytes);
        return true;
    }

    /// <summary>The actors are gone: what they said of their datagrams is queued.</summary>
    private static void EndCapture(ServerSession session, ILogger logger)
    {
        if (session.Capture is not { } capture)
            return;
        if (!capture.Close(CaptureEndsWithin))
            logger.CaptureNotEnded();
        logger.Captured(capture.Written, capture.Dropped);
    }

    private static async Task RunUntilStopped(IHost host, ServerSession session, IHostApplicationLifetime lifetime)
    {
        try
        {
            await host.RunAsync();
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Told to stop while it started: there was nobody yet to say Bye! to.
            session.HasRun = true;
        }
    }

    /// <summary>
    /// The host would create the system, and log what goes wrong with a stack trace; but a wrong key of the engine's is the
    /// operator's to mend.
    /// </summary>
    private static bool TryCreateActorSystem(IServiceProvider services, ServerSession session)
    {
        try
        {
            services.GetRequiredService<ActorSystem>();
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            session.Fault = EngineFault(e.Message);
            return false;
        }
    }

    private static OperatorFault EngineFault(string what) => new(
        "actor system", what, $"check the keys in akka and {HubKeys.Dispatcher}, or take them out", ExitCodes.BadConfiguration);

    private static IHost Build(ServerSession session)
    {
        // Empty: no configuration files, no environment, no scan of assemblies; the hub has its own configuration.
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Services
            .AddSingleton(session)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ConsoleThread>()
            .AddSingleton<ReadyAnnouncer>()
            .Configure<ConsoleLifetimeOptions>(o => o.SuppressStatusMessages = true)
            .Configure<HostOptions>(o => o.ShutdownTimeout = StopWithin)
            .AddLogging(logging => AddStandardError(logging, session.Options.LogLevel))
            .AddAkka("actors", (akka, services) => AddHub(akka, session, services));
        return builder.Build();
    }

    private static void AddHub(AkkaConfigurationBuilder akka, ServerSession session, IServiceProvider services)
    {
        akka.AddHocon(session.Options.Actors, HoconAddMode.Prepend)
            .ConfigureLoggers(loggers =>
            {
                loggers.ClearLoggers();
                loggers.LogLevel = AkkaLevel(session.Options.LogLevel);
                loggers.AddLoggerFactory();
            })
            .WithActors((system, registry) =>
            {
                try
                {
                    var options = session.Options.ToHubOptions();
                    var props = HubActor.Props(options, session.Listeners, session.Counters, observers: session.Observers, backplane: session.Backplane);
                    var hub = system.ActorOf(props, "hub");
                    registry.Register<HubActor>(hub);
                }
                catch (ConfigurationException e)
                {
                    session.Fault = EngineFault(e.Message);
                    services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
                }
            })
            .AddStartup((system, registry) =>
            {
                if (!registry.TryGet<HubActor>(out var hub))
                    return;
                CoordinatedShutdown.Get(system).AddTask(
                    CoordinatedShutdown.PhaseBeforeServiceUnbind, "say-bye", () => SayBye(hub, services));
                services.GetRequiredService<ReadyAnnouncer>().Announce(hub);
            });
    }

    private static async Task<Done> SayBye(IActorRef hub, IServiceProvider services)
    {
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Actors.Server");
        try
        {
            var said = await hub.Ask<ByeSaid>(HubQueries.SayBye.Instance, ByeWithin);
            logger.SaidBye(said.Members);
        }
        catch (AskTimeoutException)
        {
            logger.ByeTimedOut();
        }

        return Done.Instance;
    }

    /// <summary>
    /// Everything to standard error, a line each. When nobody reads there, lines are dropped (and counted) rather than the hub held up.
    /// </summary>
    private static void AddStandardError(ILoggingBuilder logging, LogLevel level)
    {
        logging.SetMinimumLevel(level);
        logging.AddSimpleConsole(line =>
        {
            line.SingleLine = true;
            line.TimestampFormat = "yyyy-MM-dd HH:mm:ss.fff ";
            // The formatter asks standard output whether to colour; a log in a file has no escape sequences.
            line.ColorBehavior = System.Console.IsErrorRedirected ? LoggerColorBehavior.Disabled : LoggerColorBehavior.Default;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite;
        });
    }

    private static void WarnOfSmallBuffers(ILogger logger, IReadOnlyList<BoundListener> listeners)
    {
        var asked = new DatagramSocketOptions().ReceiveBufferBytes;
        foreach (var listener in listeners.Where(l => l.Sockets[0].ReceiveBufferBytes < asked))
            logger.SmallReceiveBuffer(listener.Options.Name, listener.Sockets[0].ReceiveBufferBytes, asked);
    }

    /// <summary>Akka has no level above error: with logging off, the logger factory drops what comes.</summary>
    private static Akka.Event.LogLevel AkkaLevel(LogLevel level) => level switch
    {
        LogLevel.Debug => Akka.Event.LogLevel.DebugLevel,
        LogLevel.Information => Akka.Event.LogLevel.InfoLevel,
        LogLevel.Warning => Akka.Event.LogLevel.WarningLevel,
        _ => Akka.Event.LogLevel.ErrorLevel,
    };
}
