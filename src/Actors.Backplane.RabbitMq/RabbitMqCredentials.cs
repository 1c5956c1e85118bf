namespace Actors.Backplane.RabbitMq;

/// <summary>Who a node is to the broker. Shown nowhere: its text has stars in place of the password.</summary>
/// <param name="User">The broker's user.</param>
/// <param name="Password">Its password.</param>
public sealed record RabbitMqCredentials(string User, string Password)
{
    /// <summary>The environment's variable with the user.</summary>
    public const string UserVariable = "ACTORS_RABBITMQ_USER";

    /// <summary>The environment's variable with the password.</summary>
    public const string PasswordVariable = "ACTORS_RABBITMQ_PASSWORD";

    /// <summary>What a broker has as it is installed; by default it takes it from its own machine only.</summary>
    public static RabbitMqCredentials Guest { get; } = new("guest", "guest");

    /// <summary>Reads a credentials file's text: <c>USER:PASSWORD</c>, one line; the password may hold further colons.</summary>
    /// <returns>Null where it is not that.</returns>
    public static RabbitMqCredentials? Parse(string text)
    {
        var line = text.TrimEnd('\r', '\n');
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var isOne = colon > 0 && !line.Contains('\n', StringComparison.Ordinal);
        return isOne ? new RabbitMqCredentials(line[..colon], line[(colon + 1)..]) : null;
    }

    public override string ToString() => $"{User}:***";
}
