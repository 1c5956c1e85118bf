using System.Reflection;

namespace Actors.Engine.Tests.Surface;

/// <summary>
/// The engine's public surface is held against a listing that we keep: it grows or shrinks on purpose only. That it is a subset of
/// Akka.NET's is checked elsewhere, against Akka.NET's own listing.
/// </summary>
public sealed class EngineSurfaceTests
{
    private const string Approval = "ACTORS_APPROVE_SURFACE";

    private static readonly string ApprovedFile = Path.Combine(Root(), "tests", "Actors.Engine.Tests", "Surface", "approved.txt");

    [Fact]
    public void The_public_surface_is_the_approved_one()
    {
        var surface = SurfaceListing.Of(new[] { "Actors.Engine", "Actors.Engine.Hosting", "Actors.Engine.TestKit" }.Select(Assembly.Load));
        if (Environment.GetEnvironmentVariable(Approval) == "1")
        {
            File.WriteAllLines(ApprovedFile, surface);
            return;
        }

        var difference = Difference(File.ReadAllLines(ApprovedFile), surface);
        Assert.True(difference.Count == 0,
            $"""
            The engine's public surface has changed:
            {string.Join('\n', difference)}
            Where that is meant (and Akka.NET has it too), approve it and commit the listing:
            {Approval}=1 dotnet test tests/Actors.Engine.Tests --filter {nameof(EngineSurfaceTests)}
            """);
    }

    [Fact]
    public void What_is_not_in_both_is_told() => Assert.Equal(
        ["- A has B()", "+ A has B(System.Int32 n)"],
        Difference(["A has B()", "A is class"], ["A has B(System.Int32 n)", "A is class"]));

    [Fact]
    public void The_listing_tells_members_modifiers_names_and_defaults() => Assert.Equal(
        [
            "has Count : System.Int32 { get }",
            "has First(System.Collections.Generic.IEnumerable<T> items, System.Int32? at = null) : T",
            "has protected abstract Run<TOther>(params TOther[] all) : System.Void",
            "has protected constructor()",
            "has virtual Dispose() : System.Void",
            "is abstract class : System.IDisposable",
        ],
        SurfaceListing.Facts(typeof(Sample<>)).Select(fact => fact.Replace($"{TypeName.Of(typeof(Sample<>))} ", "", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal));

    private static IReadOnlyList<string> Difference(IReadOnlyCollection<string> approved, IReadOnlyCollection<string> surface) =>
        [.. approved.Except(surface).Select(line => $"- {line}"), .. surface.Except(approved).Select(line => $"+ {line}")];

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Actors.sln"))) return folder.FullName;
        throw new InvalidOperationException($"No Actors.sln above {AppContext.BaseDirectory}.");
    }

    private abstract class Sample<T> : IDisposable
    {
        protected Sample()
        {
        }

        public int Count { get; private set; }

        public T First(IEnumerable<T> items, int? at = null) => items.ElementAt(at ?? Count);

        public virtual void Dispose() => Count = 0;

        protected abstract void Run<TOther>(params TOther[] all);

        private protected void Hidden()
        {
        }
    }
}
