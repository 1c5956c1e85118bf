using System.Collections.Immutable;
using Akka.Actor;
using Akka.Configuration;

namespace Actors.Engine.Tests.Shutdown;

public sealed class ShutdownPhasesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("b<a", "a b")]
    [InlineData("b<a c<b", "a b c")]
    [InlineData("b<a c<a,b", "a b c")]
    [InlineData("b<a c<b d<b,c e<d", "a b c d e")]
    [InlineData("a2<a1 a3<a2 b2<b1 b3<b2", "a1 a2 a3 b1 b2 b3")]
    public void Each_phase_comes_after_what_it_depends_on(string graph, string order)
        => Assert.Equal(order.Split(' ', StringSplitOptions.RemoveEmptyEntries), ShutdownPhases.TopologicalSort(Parse(graph)));

    [Theory]
    [InlineData("a<a")]
    [InlineData("b<a a<b")]
    [InlineData("d<c c<b b<d")]
    public void A_phase_that_depends_on_itself_is_refused_by_name(string graph)
    {
        var refusal = Assert.Throws<ArgumentException>(() => ShutdownPhases.TopologicalSort(Parse(graph)));
        Assert.Contains("depends transitively on itself", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Phases_are_read_with_defaults_for_what_they_leave_out()
    {
        var phases = ShutdownPhases.FromConfig(ConfigurationFactory.ParseString("""
            default-phase-timeout = 10s
            phases {
              a = {}
              b { depends-on = [a], timeout = 15s }
              c { depends-on = [a, b], recover = off }
            }
            """));
        Assert.Equal(3, phases.Count);
        Assert.Equal(new Phase([], TimeSpan.FromSeconds(10), true), phases["a"]);
        Assert.Equal(new Phase(["a"], TimeSpan.FromSeconds(15), true), phases["b"]);
        Assert.Equal(new Phase(["a", "b"], TimeSpan.FromSeconds(10), false), phases["c"]);
    }

    /// <summary><c>b&lt;a,c</c>: b after a and c.</summary>
    private static Dictionary<string, Phase> Parse(string graph) => graph
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(p => p.Split('<'))
        .ToDictionary(p => p[0], p => new Phase(p.Length > 1 ? [.. p[1].Split(',')] : [], TimeSpan.FromSeconds(1), true));
}
