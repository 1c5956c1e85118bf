using Actors.Tidy.Tests.Scanning;

namespace Actors.Tidy.Tests.Rules;

/// <summary>The design card's top level: src, tests, hocon, and folders whose name begins with a dot.</summary>
internal static class TopFolders
{
    public static IEnumerable<Violation> Check(IEnumerable<string> folders) => folders
        .Where(name => name is not ("src" or "tests" or "hocon") && !name.StartsWith('.'))
        .Select(name => new Violation(name, 0, "no folder stands beside src, tests and hocon"));
}
