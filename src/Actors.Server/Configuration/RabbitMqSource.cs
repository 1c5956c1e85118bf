using System.Net;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Actors.Backplane.RabbitMq;

namespace Actors.Server.Configuration;

/// <summary>
/// Makes the broker's options of its setting, of files and of the environment. A password is in no message of it: what the operator wrote
/// is not repeated.
/// </summary>
/// <param name="environment">Gives a variable of the environment.</param>
internal sealed class RabbitMqSource(Func<string, string?> environment)
{
    // A line; whatever is longer is another file.
    private const int MaxCredentials = 4_096;

    /// <summary>Reads it all; null, and what to mend, where something is wrong.</summary>
    public (RabbitMqOptions? Options, OperatorFault? Fault) Read(RabbitMqSetting setting)
    {
        try
        {
            var uri = ReadUri(setting);
            var options = new RabbitMqOptions(uri, ReadCredentials(setting, uri)) { Authorities = ReadAuthorities(setting, uri) };
            return (options, null);
        }
        catch (FaultException e)
        {
            return (null, e.Fault);
        }
    }

    private static Uri ReadUri(RabbitMqSetting setting)
    {
        const string mend = "write amqp://HOST:PORT/VHOST, or amqps://… for TLS";
        var path = HubKeys.RabbitMqUri.Pattern;
        if (!Uri.TryCreate(setting.Uri, UriKind.Absolute, out var uri) || uri.Scheme is not ("amqp" or "amqps") || uri.Host.Length == 0)
            throw Fault(setting.Where, $"{path} is not the address of a broker", mend);
        if (uri.UserInfo.Length > 0)
        {
            throw Fault(
                setting.Where,
                $"{path} holds a user or a password, which others can read here",
                $"put USER:PASSWORD into a file of your own and name it as {HubKeys.RabbitMqCredentialsFile.Pattern}, or set "
                    + $"{RabbitMqCredentials.UserVariable} and {RabbitMqCredentials.PasswordVariable} in the environment");
        }

        if (uri.Query.Length > 0 || uri.Fragment.Length > 0 || uri.Segments.Length > 2)
            throw Fault(setting.Where, $"{path} holds more than a host, a port and a virtual host", mend);
        return uri;
    }

    private RabbitMqCredentials ReadCredentials(RabbitMqSetting setting, Uri uri)
    {
        var key = HubKeys.RabbitMqCredentialsFile.Pattern;
        if (setting.CredentialsFile.Length > 0)
        {
            var text = ReadText(setting, key, setting.CredentialsFile);
            return RabbitMqCredentials.Parse(text)
                ?? throw Fault(
                    setting.Where, $"{key} = {setting.CredentialsFile} does not hold credentials", "write USER:PASSWORD into it, one line");
        }

        var (user, password) = (environment(RabbitMqCredentials.UserVariable), environment(RabbitMqCredentials.PasswordVariable));
        if (user is { Length: > 0 } && password is not null) return new RabbitMqCredentials(user, password);
        if (user is null && password is null && IsHere(uri)) return RabbitMqCredentials.Guest;
        throw Fault(
            setting.Where,
            $"there is no user and password for the broker at {uri.Host}",
            $"name a file with USER:PASSWORD as {key}, or set {RabbitMqCredentials.UserVariable} and "
                + RabbitMqCredentials.PasswordVariable);
    }

    private static X509Certificate2Collection? ReadAuthorities(RabbitMqSetting setting, Uri uri)
    {
        var key = HubKeys.RabbitMqAuthorityFile.Pattern;
        if (setting.AuthorityFile.Length == 0) return null;
        if (uri.Scheme != "amqps")
            throw Fault(setting.Where, $"{key} is read with TLS only", $"write amqps://… as {HubKeys.RabbitMqUri.Pattern}, or take it out");

        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPem(ReadText(setting, key, setting.AuthorityFile));
        }
        catch (CryptographicException)
        {
            // As good as none.
        }

        return authorities.Count > 0
            ? authorities
            : throw Fault(
                setting.Where, $"{key} = {setting.AuthorityFile} holds no certificate", "give a PEM file (-----BEGIN CERTIFICATE-----)");
    }

    private static string ReadText(RabbitMqSetting setting, string key, string path)
    {
        try
        {
            // Certificates are longer than credentials, and come in bundles of some hundred KiB.
            var most = key == HubKeys.RabbitMqCredentialsFile.Pattern ? MaxCredentials : 1 << 20;
            if (new FileInfo(path).Length <= most) return File.ReadAllText(path);
            throw Fault(setting.Where, $"{key} = {path} is longer than {most} bytes", "name the right file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException or ArgumentException)
        {
            throw Fault(setting.Where, $"{key} = {path} cannot be read: {e.Message}", "name a file that this user may read");
        }
    }

    /// <summary>Where RabbitMQ takes guest by itself.</summary>
    private static bool IsHere(Uri uri) =>
        uri.Host == "localhost" || (IPAddress.TryParse(uri.DnsSafeHost, out var address) && IPAddress.IsLoopback(address));

    private static FaultException Fault(string where, string what, string mend) => new(new OperatorFault(where, what, mend));

    /// <summary>On its way out of the reading of one part.</summary>
    private sealed class FaultException(OperatorFault fault) : Exception
    {
        public OperatorFault Fault { get; } = fault;
    }
}
