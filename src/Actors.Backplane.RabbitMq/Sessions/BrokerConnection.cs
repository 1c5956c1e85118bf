using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using RabbitMQ.Client;

namespace Actors.Backplane.RabbitMq.Sessions;

/// <summary>
/// One connection to the broker: opening ─▶ open ─▶ lost or cut. It is not mended: whoever needs one opens another. Its sockets are ours,
/// so that it can be cut whatever the library is waiting for.
/// </summary>
internal sealed class BrokerConnection
{
    // The broker gives up a silent node after twice that. We have given up a silent broker long before (RabbitMqOptions.ConfirmWithin), and
    // must: where the library's own timer does, it may throw where nobody can catch it, and the process ends (seen with 7.1.2).
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    private readonly RabbitMqOptions _options;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly List<Socket> _sockets = [];
    private readonly TaskCompletionSource<string> _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IConnection? _connection;
    private bool _isCut;

    private BrokerConnection(RabbitMqOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
    }

    /// <summary>Completes with the reason when it is open no more; never fails.</summary>
    public Task<string> Lost => _lost.Task;

    /// <summary>Whether the broker takes nothing for now, since its memory or disk is short (connection.blocked).</summary>
    public bool IsBlocked { get; private set; }

    /// <summary>Opens one.</summary>
    /// <param name="options">Which broker.</param>
    /// <param name="name">What the broker's operator sees it as.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Ends the attempt.</param>
    /// <exception cref="Exception">Any: the library's, the sockets', a timeout. Nothing is left open then.</exception>
    public static async Task<BrokerConnection> OpenAsync(
        RabbitMqOptions options, string name, TimeProvider time, CancellationToken stop)
    {
        var connection = new BrokerConnection(options, time);
        try
        {
            var opened = await connection.StepAsync(
                $"connecting to {options.Uri.Authority}", token => connection.Factory().CreateConnectionAsync(name, token), stop)
                .ConfigureAwait(false);
            connection.Take(opened);
            return connection;
        }
        catch
        {
            connection.Cut();
            throw;
        }
    }

    /// <summary>Opens a channel; the connection is of no use any more when that closes.</summary>
    /// <param name="confirms">Whether the broker says of each message that it has it.</param>
    /// <param name="stop">Ends the attempt.</param>
    public async Task<IChannel> OpenChannelAsync(bool confirms, CancellationToken stop)
    {
        // Tracking by the library would be a task for each message; Publisher keeps a window of its own.
        var options = new CreateChannelOptions(
            publisherConfirmationsEnabled: confirms, publisherConfirmationTrackingEnabled: false, consumerDispatchConcurrency: 1);
        var channel = await StepAsync("opening a channel", token => _connection!.CreateChannelAsync(options, token), stop)
            .ConfigureAwait(false);
        channel.ChannelShutdownAsync += (_, why) => Lose(why.ReplyText);
        channel.CallbackExceptionAsync += (_, why) => Lose(why.Exception.Message);
        return channel;
    }

    /// <summary>Awaits one call of the library for <see cref="RabbitMqOptions.StepWithin"/>.</summary>
    public Task<T> StepAsync<T>(string what, Func<CancellationToken, Task<T>> call, CancellationToken stop) =>
        Patience.Within(_options.StepWithin, what, call, _time, stop);

    /// <inheritdoc cref="StepAsync{T}"/>
    public Task StepAsync(string what, Func<CancellationToken, Task> call, CancellationToken stop) =>
        Patience.Within(_options.StepWithin, what, call, _time, stop);

    /// <summary>Says goodbye, and waits at most so long for the broker's; then cuts.</summary>
    public async Task CloseAsync(TimeSpan limit)
    {
        try
        {
            await Patience.Within(limit, "closing", token => _connection!.CloseAsync(token), _time, CancellationToken.None)
                .ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A broker that is hung or gone; that is why it is cut.
        }

        Cut();
    }

    /// <summary>
    /// Ends it at once: the sockets go, and then the library's own ending meets no one to wait for. A second call does nothing.
    /// </summary>
    public void Cut()
    {
        lock (_gate)
        {
            if (_isCut) return;
            _isCut = true;
            // Reset and not FIN: what the broker has not read of us need not be delivered, it is published again.
            foreach (var socket in _sockets) socket.Close(timeout: 0);
        }

        _lost.TrySetResult("it was cut");
        if (_connection is { } connection) Task.Run(() => AbortAsync(connection)).Forget();
    }

    /// <summary>
    /// Has the library end its loop and its timers. Not by disposing: that asks the broker to close a channel, and what comes of a question
    /// asked while a connection ends, nobody looks at.
    /// </summary>
    private async Task AbortAsync(IConnection connection)
    {
        using var patience = new CancellationTokenSource(_options.StepWithin, _time);
        await connection.CloseAsync(Constants.ReplySuccess, "cut", _options.StepWithin, abort: true, patience.Token).ConfigureAwait(false);
    }

    private void Take(IConnection opened)
    {
        _connection = opened;
        opened.ConnectionShutdownAsync += (_, why) => Lose(why.ReplyText);
        opened.CallbackExceptionAsync += (_, why) => Lose(why.Exception.Message);
        opened.ConnectionBlockedAsync += (_, _) => Block(true);
        opened.ConnectionUnblockedAsync += (_, _) => Block(false);
    }

    private Task Lose(string why)
    {
        _lost.TrySetResult(why);
        return Task.CompletedTask;
    }

    private Task Block(bool isBlocked)
    {
        IsBlocked = isBlocked;
        return Task.CompletedTask;
    }

    private ConnectionFactory Factory()
    {
        var factory = new ConnectionFactory
        {
            Uri = _options.Uri,
            UserName = _options.Credentials.User,
            Password = _options.Credentials.Password,
            // Recovery by the library would publish nothing again and declare on its own time; ours is in RabbitMqBackplane.
            AutomaticRecoveryEnabled = false,
            TopologyRecoveryEnabled = false,
            RequestedHeartbeat = Heartbeat,
            RequestedConnectionTimeout = _options.StepWithin,
            HandshakeContinuationTimeout = _options.StepWithin,
            ContinuationTimeout = _options.StepWithin,
            // The broker's own limit. A smaller one here would end the connection over a stranger's message, again and again.
            MaxInboundMessageBodySize = 512 << 20,
            SocketFactory = NewSocket,
        };
        if (factory.Ssl.Enabled && _options.Authorities is { } authorities)
            factory.Ssl.CertificateValidationCallback = (_, certificate, _, errors) => IsSignedBy(authorities, certificate, errors);
        return factory;
    }

    private TcpClientAdapter NewSocket(AddressFamily family)
    {
        var socket = new Socket(family, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        lock (_gate)
        {
            if (_isCut) socket.Dispose();
            else _sockets.Add(socket);
        }

        return new TcpClientAdapter(socket);
    }

    private static bool IsSignedBy(X509Certificate2Collection authorities, X509Certificate? certificate, SslPolicyErrors errors)
    {
        if (certificate is not X509Certificate2 whole || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        return chain.Build(whole);
    }
}
