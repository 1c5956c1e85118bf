namespace Actors.Server.Configuration;

/// <summary>The broker as the configuration names it (<c>hub.rabbitmq</c>); <see cref="RabbitMqSource"/> makes options of it.</summary>
/// <param name="Uri">Where it is; checked by the source.</param>
/// <param name="CredentialsFile">A file with USER:PASSWORD; empty for the environment.</param>
/// <param name="AuthorityFile">A file with certificates of who may have signed the broker's; empty for the system's authorities.</param>
/// <param name="Where">Where the group stands, for faults.</param>
internal sealed record RabbitMqSetting(string Uri, string CredentialsFile, string AuthorityFile, string Where);
