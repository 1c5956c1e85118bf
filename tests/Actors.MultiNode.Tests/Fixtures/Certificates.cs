using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Actors.MultiNode.Tests.Fixtures;

/// <summary>An authority of the tests' own, and a certificate for 127.0.0.1 that it signed, as files for the broker.</summary>
public sealed class Certificates
{
    private static readonly DateTimeOffset From = DateTimeOffset.UnixEpoch.AddYears(50);
    private static readonly DateTimeOffset To = DateTimeOffset.UnixEpoch.AddYears(75);

    public Certificates(string folder)
    {
        Authority = NewAuthority();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=broker", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(Authority, From, To, [1]);
        File.WriteAllText(Path.Combine(folder, "ca.pem"), Authority.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "broker.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "broker.key"), key.ExportPkcs8PrivateKeyPem());
    }

    public X509Certificate2 Authority { get; }

    public static X509Certificate2 NewAuthority()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=authority of the tests", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(From, To);
    }

    /// <summary>The lines of a rabbitmq.conf for TLS on a port.</summary>
    public static IReadOnlyList<string> Settings(string folder, int port) =>
    [
        $"listeners.ssl.1 = 127.0.0.1:{port}",
        $"ssl_options.cacertfile = {Path.Combine(folder, "ca.pem")}",
        $"ssl_options.certfile = {Path.Combine(folder, "broker.pem")}",
        $"ssl_options.keyfile = {Path.Combine(folder, "broker.key")}",
    ];
}
