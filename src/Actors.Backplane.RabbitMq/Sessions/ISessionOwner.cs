using Actors.Hub.Backplane;

namespace Actors.Backplane.RabbitMq.Sessions;

/// <summary>Who hears what a <see cref="BrokerSession"/> has to say, from any thread; a session that is over is not listened to.</summary>
internal interface ISessionOwner
{
    void Up(BrokerSession session);

    /// <param name="session">The session.</param>
    /// <param name="content">A <see cref="BackplaneMessage"/> or a <see cref="NodeNews"/>.</param>
    void Heard(BrokerSession session, object content);

    void Settled(BrokerSession session, BackplaneMessage message, PublishOutcome outcome);

    void Rejected(BrokerSession session, string why);
}
