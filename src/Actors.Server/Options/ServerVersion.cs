using System.Reflection;
using Akka.Actor;

namespace Actors.Server.Options;

/// <summary>Which build this is.</summary>
internal static class ServerVersion
{
    /// <summary>The server's version, and the engine that it was built with: <c>Actors.Server 0.1.0 on Actors.Engine 0.1.0</c>.</summary>
    public static string Text => $"{Of(typeof(ServerVersion).Assembly)} on {Of(typeof(ActorSystem).Assembly)}";

    private static string Of(Assembly assembly) => $"{assembly.GetName().Name} {assembly.GetName().Version?.ToString(3)}";
}
