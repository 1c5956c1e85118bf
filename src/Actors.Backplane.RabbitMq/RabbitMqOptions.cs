using System.Security.Cryptography.X509Certificates;

namespace Actors.Backplane.RabbitMq;

/// <summary>Which broker, and how long to be patient with it.</summary>
/// <param name="Uri">
/// <c>amqp://HOST[:PORT][/VHOST]</c>, or <c>amqps://…</c> for TLS (https://www.rabbitmq.com/docs/uri-spec); without user and password.
/// </param>
/// <param name="Credentials">Who the node is to it.</param>
public sealed record RabbitMqOptions(Uri Uri, RabbitMqCredentials Credentials)
{
    /// <summary>With TLS: who may have signed the broker's certificate; the system's own authorities where null.</summary>
    public X509Certificate2Collection? Authorities { get; init; }

    /// <summary>
    /// How long any one step of a connection may take: TCP, TLS, AMQP's handshake, a declaration. 3 s: a broker that is well answers within
    /// milliseconds, and a new attempt begins soon after it has come back.
    /// </summary>
    public TimeSpan StepWithin { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// How long a published message may stay without the broker's word, and how long nothing may be heard, before the connection is given
    /// up: each node says something to itself four times a second. 5 s: longer than a broker's pause to collect garbage or to write to its
    /// disk.
    /// </summary>
    public TimeSpan ConfirmWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Messages that may be without the broker's word at a moment. 1,000: at 40,000 confirms a second 25 ms of them, more than a round
    /// trip.
    /// </summary>
    public int Window { get; init; } = 1_000;

    /// <summary>
    /// How long the broker keeps what others said for a node that is not connected; after that, its queue is gone. 1 minute: longer than a
    /// broker's restart, shorter than anybody wants to read what was said meanwhile.
    /// </summary>
    public TimeSpan KeptFor { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What every name at the broker begins with: tests that share a broker must not meet.</summary>
    internal string Prefix { get; init; } = "hub";

    /// <summary>Messages that wait at the broker for one node; of more, the oldest go. 20,000: at 500 messages a second, 40 s.</summary>
    public int QueueLength { get; init; } = 20_000;

    /// <summary>The same in bytes. 64 MiB: 3 KiB for each of them.</summary>
    public int QueueBytes { get; init; } = 64 << 20;
}
