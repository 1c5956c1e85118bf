using System.Globalization;
using Actors.Hub;

namespace Actors.Server.Hosting;

/// <summary>What the hub says when it is ready.</summary>
internal static class ReadyLine
{
    /// <summary>
    /// <c>ready: chat udp 127.0.0.1:9999 room lobby; echo udp 127.0.0.1:8080 service echo; …</c>, with the real ports.
    /// </summary>
    public static string For(IEnumerable<BoundListener> listeners) => "ready: " + string.Join("; ", listeners.Select(Of));

    private static string Of(BoundListener listener)
    {
        var (options, at) = (listener.Options, listener.LocalEndpoint);
        return $"{options.Name} udp {at} {(options.Service == "chat" ? $"room {options.Room}" : $"service {options.Service}")}";
    }

    /// <summary>How to try it, for a person at a terminal; empty when no chat is on.</summary>
    public static IEnumerable<string> Hint(IEnumerable<BoundListener> listeners, bool consoleIsOn)
    {
        if (listeners.FirstOrDefault(l => l.Options.Service == "chat") is { } chat)
        {
            var at = chat.LocalEndpoint;
            var host = at.IsAny ? at.IsIPv4 ? "127.0.0.1" : "::1" : at.ToIPEndPoint().Address.ToString();
            // Beats well within the interval; sleep(1) takes fractions on every system that matters.
            var seconds = (chat.Options.Interval.TotalSeconds * 0.4).ToString("0.##", CultureInfo.InvariantCulture);
            yield return "Try it in two other terminals, Enter once to join; what one types, both see:";
            yield return $"  {{ while sleep {seconds}; do echo '^hb^'; done & cat; }} | nc -u {host} {at.Port}";
        }

        if (consoleIsOn)
            yield return "Commands here: clients, rooms, stats, help, quit.";
    }
}
