namespace Akka.Actor;

/// <summary>A path without an address.</summary>
public static class RelativeActorPath
{
    /// <summary>The names of a relative path, which may begin with a slash; null for a full path, and for what is none.</summary>
    public static IEnumerable<string>? Unapply(string addr) =>
        Uri.TryCreate(addr, UriKind.Relative, out _) && !addr.Contains("://", StringComparison.Ordinal)
            ? addr.Split('/', StringSplitOptions.RemoveEmptyEntries)
            : null;
}
