namespace Actors.Server.Configuration;

/// <summary>One key that a configuration text sets.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Line">The line of the key, counted from 1.</param>
/// <param name="Kind">Whether it holds a value or other keys.</param>
/// <param name="Target">For <see cref="ConfigEntryKind.Reference"/>, the path between <c>${</c> and <c>}</c>.</param>
internal sealed record ConfigEntry(string Path, int Line, ConfigEntryKind Kind, string? Target = null);
