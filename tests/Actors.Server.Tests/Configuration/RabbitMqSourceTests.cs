using Actors.Backplane.RabbitMq;
using Actors.Server.Configuration;

namespace Actors.Server.Tests.Configuration;

public sealed class RabbitMqSourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("actors-").FullName;
    private readonly Dictionary<string, string> _environment = [];

    [Fact]
    public void Without_anything_said_the_broker_of_this_machine_is_met_as_guest() =>
        Assert.Equal(RabbitMqCredentials.Guest, Read("amqp://127.0.0.1:5672").Options!.Credentials);

    [Fact]
    public void Credentials_come_from_the_environment_and_a_file_wins()
    {
        _environment[RabbitMqCredentials.UserVariable] = "ann";
        _environment[RabbitMqCredentials.PasswordVariable] = "secret";
        Assert.Equal(new RabbitMqCredentials("ann", "secret"), Read("amqp://broker").Options!.Credentials);
        Assert.Equal(new RabbitMqCredentials("bob", "x"), Read("amqp://broker", Write("bob:x\n")).Options!.Credentials);
    }

    [Theory]
    [InlineData("amqp://ann:sesame@broker", "holds a user or a password")]
    [InlineData("amqp://ann@broker", "holds a user or a password")]
    [InlineData("http://sesame", "is not the address of a broker")]
    [InlineData("amqp://ann:sesame@", "is not the address of a broker")]
    [InlineData("sesame", "is not the address of a broker")]
    [InlineData("amqp://127.0.0.1/a/b", "holds more than")]
    [InlineData("amqp://127.0.0.1?password=sesame", "holds more than")]
    [InlineData("amqp://broker", "there is no user and password")]
    public void What_cannot_be_is_refused_with_the_mend_and_not_repeated(string uri, string why)
    {
        var (options, fault) = Read(uri);
        Assert.Null(options);
        Assert.Contains(why, fault!.ToString(), StringComparison.Ordinal);
        Assert.Contains("hub.rabbitmq", fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Half_of_the_credentials_is_refused()
    {
        _environment[RabbitMqCredentials.UserVariable] = "ann";
        Assert.Contains(RabbitMqCredentials.PasswordVariable, Read("amqp://127.0.0.1").Fault!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sesame", "does not hold credentials")]
    [InlineData(null, "cannot be read")]
    public void A_file_without_credentials_is_refused(string? text, string why)
    {
        var fault = Read("amqp://127.0.0.1", text is null ? Path.Combine(_folder, "none") : Write(text)).Fault!.ToString();
        Assert.Contains(why, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("amqp://127.0.0.1", "with TLS only")]
    [InlineData("amqps://127.0.0.1", "holds no certificate")]
    public void A_file_without_a_certificate_is_refused(string uri, string why) =>
        Assert.Contains(why, Read(uri, authority: Write("none")).Fault!.ToString(), StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private (RabbitMqOptions? Options, OperatorFault? Fault) Read(string uri, string file = "", string authority = "") =>
        new RabbitMqSource(name => _environment.GetValueOrDefault(name)).Read(new RabbitMqSetting(uri, file, authority, "hub.rabbitmq"));

    private string Write(string text)
    {
        var path = Path.Combine(_folder, "file");
        File.WriteAllText(path, text);
        return path;
    }
}
