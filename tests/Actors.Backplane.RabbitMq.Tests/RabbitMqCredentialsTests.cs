namespace Actors.Backplane.RabbitMq.Tests;

public sealed class RabbitMqCredentialsTests
{
    [Theory]
    [InlineData("ann:se:cret\n", "ann", "se:cret")]
    [InlineData("ann:\r\n", "ann", "")]
    public void A_line_of_user_and_password_is_read(string text, string user, string password) =>
        Assert.Equal(new RabbitMqCredentials(user, password), RabbitMqCredentials.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("ann")]
    [InlineData(":secret")]
    [InlineData("ann:secret\nbob:secret")]
    public void Anything_else_is_not(string text) => Assert.Null(RabbitMqCredentials.Parse(text));

    [Fact]
    public void The_password_is_in_no_text()
    {
        var options = new RabbitMqOptions(new Uri("amqp://h"), new RabbitMqCredentials("ann", "secret"));
        Assert.DoesNotContain("secret", options.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", new RabbitMqBackplane(options, TimeProvider.System).Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("amqp://10.0.0.1", "rabbitmq at 10.0.0.1:5672")]
    [InlineData("amqps://broker/vhost", "rabbitmq at broker:5671")]
    [InlineData("amqp://[::1]:35672", "rabbitmq at [::1]:35672")]
    public void The_operator_is_told_which_broker_it_is(string uri, string expected) =>
        Assert.Equal(expected, Backplane(uri).Description);

    private static RabbitMqBackplane Backplane(string uri) =>
        new(new RabbitMqOptions(new Uri(uri), RabbitMqCredentials.Guest), TimeProvider.System);
}
