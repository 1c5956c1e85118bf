using Akka.Configuration;

namespace Actors.Server.Configuration;

/// <summary>One source of keys: the file, or what the command line sets.</summary>
/// <param name="Config">The keys, as Akka's parser has them.</param>
/// <param name="Lines">The keys, with where they stand.</param>
/// <param name="Where">Turns a line of this source into what the operator is told.</param>
internal sealed record ConfigLayer(Config Config, ConfigLines Lines, Func<int, string> Where)
{
    /// <summary>Where a key stands, or null when this source does not set it.</summary>
    public string? WhereIs(string path) => Lines.Find(path) is { } entry ? Where(entry.Line) : null;
}
