using System.Net;
using System.Text.RegularExpressions;

namespace Actors.EndToEnd.Tests.Fixtures;

/// <summary>
/// One listener as the ready line names it: <c>chat udp 127.0.0.1:9999 room lobby</c>, <c>echo udp 127.0.0.1:8080 service echo</c>.
/// </summary>
public sealed partial record Listener(string Name, IPEndPoint Endpoint, string Room)
{
    public static IReadOnlyList<Listener> Parse(string ready) => [.. Pattern().Matches(ready).Select(match =>
        new Listener(match.Groups["name"].Value, IPEndPoint.Parse(match.Groups["endpoint"].Value), match.Groups["room"].Value))];

    public static IPEndPoint Chat(string ready) => Parse(ready).Single(one => one.Name == "chat").Endpoint;

    [GeneratedRegex(@"(?<name>[\w-]+) udp (?<endpoint>\S+:\d+) (?:room|service) (?<room>[^;\s]+)")]
    private static partial Regex Pattern();
}
