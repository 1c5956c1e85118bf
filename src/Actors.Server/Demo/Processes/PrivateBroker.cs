using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Actors.Backplane.RabbitMq;

namespace Actors.Server.Demo.Processes;

/// <summary>
/// A RabbitMQ of one's own on 127.0.0.1: its ports, data, name, user and epmd are nobody else's, and go with it. The broker that a machine
/// runs as a service is not touched.
/// </summary>
internal sealed class PrivateBroker : IDisposable
{
    /// <summary>How to have one.</summary>
    public const string HowToInstall = "apt-get install --no-install-recommends rabbitmq-server";

    // Debian, Ubuntu, Fedora; Homebrew on either kind of Mac. Not the one on the PATH: Debian's needs root, and starts the system's.
    private static readonly string[] Places =
    [
        "/usr/lib/rabbitmq/bin/rabbitmq-server",
        "/opt/homebrew/opt/rabbitmq/sbin/rabbitmq-server",
        "/usr/local/opt/rabbitmq/sbin/rabbitmq-server",
    ];

    private readonly string _folder;
    private readonly ProcessGuard _guard;
    private readonly int _port;
    private readonly int _distributionPort;
    private readonly int _epmdPort;
    private ChildProcess? _epmd;
    private ChildProcess? _server;

    /// <summary>Prepares one; <see cref="StartAsync"/> starts it.</summary>
    /// <param name="folder">An empty folder of its own, which only this user may read.</param>
    /// <param name="guard">Who ends it where we cannot.</param>
    /// <param name="settings">Further lines of its rabbitmq.conf.</param>
    public PrivateBroker(string folder, ProcessGuard guard, params IReadOnlyList<string> settings)
    {
        (_folder, _guard) = (folder, guard);
        var ports = FreePorts(3);
        (_port, _distributionPort, _epmdPort) = (ports[0], ports[1], ports[2]);
        Credentials = new RabbitMqCredentials("demo", RandomNumberGenerator.GetHexString(32));
        Directory.CreateDirectory(folder);
        File.WriteAllText(In("enabled_plugins"), "[].\n");
        File.WriteAllText(In("rabbitmq-env.conf"), "");
        File.WriteAllLines(In("rabbitmq.conf"),
        [
            $"listeners.tcp.1 = 127.0.0.1:{Text(_port)}",
            $"default_user = {Credentials.User}",
            $"default_pass = {Credentials.Password}",
            "loopback_users = none",
            "log.file.level = warning",
            .. settings,
        ]);
    }

    public Uri Uri => new($"amqp://127.0.0.1:{Text(_port)}");

    /// <summary>Its administrator, made for it.</summary>
    public RabbitMqCredentials Credentials { get; }

    /// <summary>The process; another after a restart.</summary>
    public int Id => _server!.Id;

    /// <summary>Why none can be had here; null where one can.</summary>
    public static string? WhyNot =>
        OperatingSystem.IsWindows() || Server is null || !OnPath("epmd") ? "rabbitmq-server is not installed" : null;

    private static string? Server => Array.Find(Places, File.Exists);

    /// <summary>Starts it, or starts it again with the data that it had; returns when it takes connections.</summary>
    /// <exception cref="InvalidOperationException">It ended, or did not come up in time.</exception>
    public async Task StartAsync(CancellationToken stop)
    {
        // In the foreground, so that it is ours to end: the server would start it as a daemon.
        _epmd ??= ChildProcess.Start(_guard, Start("epmd", "-address", "127.0.0.1", "-port", Text(_epmdPort)));
        _server = ChildProcess.Start(_guard, Start(Server ?? throw new InvalidOperationException(WhyNot)));
        using var glances = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        // It takes 3 s, and on a busy machine some times that.
        for (var watch = Stopwatch.StartNew(); !await AnswersAsync(stop); await glances.WaitForNextTickAsync(stop))
        {
            if (_server.HasExited || watch.Elapsed > TimeSpan.FromSeconds(60))
                throw new InvalidOperationException($"rabbitmq-server did not start:\n{_server.LastWords}");
        }
    }

    /// <summary>It stops where it is, like a machine that swaps: connections stay open, nothing answers.</summary>
    public void Hang() => _server!.Signal(PosixSignals.Stop);

    public void Resume() => _server!.Signal(PosixSignals.Continue);

    /// <summary>kill -9; <see cref="StartAsync"/> starts it again.</summary>
    public void Kill() => _server!.Dispose();

    public void Dispose()
    {
        _server?.Dispose();
        _epmd?.Dispose();
    }

    /// <summary>Ports of 127.0.0.1 that nobody has at this moment, each another.</summary>
    public static IReadOnlyList<int> FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        foreach (var listener in listeners) listener.Start();
        var ports = listeners.ConvertAll(listener => ((IPEndPoint)listener.LocalEndpoint).Port);
        foreach (var listener in listeners) listener.Stop();
        return ports;
    }

    private string In(string name) => Path.Combine(_folder, name);

    private async Task<bool> AnswersAsync(CancellationToken stop)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, _port, stop);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>See https://www.rabbitmq.com/docs/configure for the variables.</summary>
    private ProcessStartInfo Start(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder };
        foreach (var (name, value) in new (string, string)[]
        {
            ("HOME", _folder),
            ("LC_ALL", "C.UTF-8"),
            ("ERL_EPMD_ADDRESS", "127.0.0.1"),
            ("ERL_EPMD_PORT", Text(_epmdPort)),
            ("RABBITMQ_NODENAME", $"demo{Text(_port)}@localhost"),
            ("RABBITMQ_DIST_PORT", Text(_distributionPort)),
            ("RABBITMQ_MNESIA_BASE", In("data")),
            ("RABBITMQ_LOG_BASE", In("log")),
            ("RABBITMQ_CONFIG_FILE", In("rabbitmq.conf")),
            ("RABBITMQ_CONF_ENV_FILE", In("rabbitmq-env.conf")),
            ("RABBITMQ_ENABLED_PLUGINS_FILE", In("enabled_plugins")),
            ("RABBITMQ_GENERATED_CONFIG_DIR", In("generated")),
            // Two schedulers do, however many cores there are.
            ("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "+S 2:2"),
            // The script becomes the server, so that the id that we know is the server's.
            ("RUNNING_UNDER_SYSTEMD", "true"),
        })
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static bool OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program)));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
