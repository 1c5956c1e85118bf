using Actors.Tidy.Tests.Rules;
using Actors.Tidy.Tests.Scanning;

namespace Actors.Tidy.Tests;

/// <summary>Each rule that one file can break: the tree keeps it, and a bad sample shows that it bites.</summary>
public sealed class SourceRuleTests
{
    private static readonly IReadOnlyList<SourceFile> Tree = Repository.Here().Sources();

    [Fact]
    public void The_scan_sees_the_product_and_the_tests()
    {
        Assert.Contains(Tree, file => file is { IsProduct: true, Project: "Actors.Server" });
        Assert.Contains(Tree, file => file is { IsProduct: false, Project: "Actors.Tidy.Tests" });
    }

    [Fact]
    public void No_file_is_longer_than_four_hundred_lines() => Holds(new FileLength());

    [Theory]
    [InlineData(400, 0)]
    [InlineData(401, 1)]
    public void A_file_of_more_lines_is_found(int lines, int found) =>
        Assert.Equal(found, Check(new FileLength(), "src/Actors.Hub/X.cs", string.Concat(Enumerable.Repeat("// line\n", lines))));

    [Fact]
    public void A_file_holds_one_public_type() => Holds(new OnePublicType());

    [Theory]
    [InlineData("src/Actors.Hub/X.cs", "public class A;\npublic record struct B(int C);", 1)]
    [InlineData("src/Actors.Hub/X.cs", "public class A;\npublic delegate void B<T>(T x);", 1)]
    [InlineData("src/Actors.Hub/X.cs", "public class A;\npublic class A<T>;", 0)]
    [InlineData("src/Actors.Hub/X.cs", "public class A\n{\n    public class Nested;\n}\ninternal class B;", 0)]
    [InlineData("src/Actors.Hub/RoomCommands.cs", "public sealed record Join;\npublic sealed record Leave;", 0)]
    [InlineData("src/Actors.Hub/RoomCommands.cs", "public sealed record Join;\npublic sealed class Room;", 1)]
    public void A_second_public_type_is_found(string path, string text, int found) =>
        Assert.Equal(found, Check(new OnePublicType(), path, text));

    [Fact]
    public void Nothing_calls_what_is_banned() => Holds(new BannedCalls());

    [Theory]
    [InlineData("tests/Actors.Hub.Tests/X.cs", "Thread.Sleep(1);", 1)]
    [InlineData("tests/Actors.Hub.Tests/X.cs", "await Task\n    .Delay(1);", 1)]
    [InlineData("tests/Actors.Hub.Tests/X.cs", "var x = $\"{Task.Delay(1)}\";", 1)]
    [InlineData("tests/Actors.Hub.Tests/X.cs", "// Task.Delay(1)\nvar x = \"Thread.Sleep\";", 0)]
    [InlineData("tests/Actors.Hub.Tests/X.cs", "_ = DateTime.UtcNow;", 0)]
    [InlineData("src/Actors.Hub/X.cs", "_ = DateTime.UtcNow;", 1)]
    [InlineData("src/Actors.Engine/X.cs", "_ = DateTime.Now;", 1)]
    [InlineData("src/Actors.Hub/X.cs", "_ = DateTimeOffset.UtcNow;", 1)]
    [InlineData("src/Actors.Hub/X.cs", "Channel.CreateUnbounded<int>();", 1)]
    [InlineData("src/Actors.Hub/X.cs", "Thread.Sleep(1);", 1)]
    [InlineData("src/Actors.Hub/X.cs", "_ = Random.Shared.Next() + new Random().Next();", 2)]
    public void A_banned_call_is_found_and_a_mention_is_not(string path, string text, int found) =>
        Assert.Equal(found, Check(new BannedCalls(), path, text));

    [Fact]
    public void The_tree_compiles_on_either_engine_without_a_switch() => Holds(new OneSourceTwoEngines());

    [Theory]
    [InlineData("src/Actors.Hub/X.cs", "#if AKKA\n#endif", 1)]
    [InlineData("src/Actors.Hub/X.cs", "#if DEBUG\n#elif EMBEDDED\n#endif", 1)]
    [InlineData("src/Actors.Hub/X.cs", "#if DEBUG\n#endif", 0)]
    [InlineData("src/Actors.Hub/X.cs", "using Actor = Akka.Actor.ActorBase;", 1)]
    [InlineData("src/Actors.Hub/X.cs", "namespace Akka.Hub;", 1)]
    [InlineData("src/Actors.Engine/X.cs", "namespace Akka.Actor;", 0)]
    [InlineData("src/Actors.Hub/X.cs", "using Actors.Engine.Simulation;", 1)]
    [InlineData("tests/Actors.Engine.Specs/X.cs", "namespace Actors.Engine.Specs;", 0)]
    [InlineData("tests/Actors.Engine.Specs/X.cs", "using Actors.Engine.Simulation;", 1)]
    [InlineData("tests/Actors.Engine.Tests/X.cs", "using Actors.Engine.Simulation;", 0)]
    public void A_switch_between_the_engines_is_found(string path, string text, int found) =>
        Assert.Equal(found, Check(new OneSourceTwoEngines(), path, text));

    [Fact]
    public void The_product_has_no_static_mutable_state() => Holds(new NoSharedState());

    [Theory]
    [InlineData("    private static int _count;", 1)]
    [InlineData("    [X] internal static volatile Dictionary<string, int>? Table = new();", 1)]
    [InlineData("    private static readonly int Count = 1;", 0)]
    [InlineData("    public static readonly TimeSpan Most = TimeSpan.Zero;", 0)]
    [InlineData("    public static int Count => 1;", 0)]
    [InlineData("    public static int Count() => 1;", 0)]
    [InlineData("    public static class Counts;", 0)]
    [InlineData("    public static bool operator ==(X a, X b) => true;", 0)]
    [InlineData("    [ThreadStatic]\n    private static int _depth;", 0)]
    public void A_static_field_that_can_be_written_is_found(string text, int found) =>
        Assert.Equal(found, Check(new NoSharedState(), "src/Actors.Hub/X.cs", text));

    [Fact]
    public void Nothing_is_left_unfinished() => Holds(new NothingUnfinished());

    [Theory]
    [InlineData("// TODO: later", 1)]
    [InlineData("int x; /* what\n   FIXME */", 1)]
    [InlineData("throw new NotImplementedException();", 1)]
    [InlineData("var marks = \"TODO\";", 0)]
    public void What_is_unfinished_is_found(string text, int found) =>
        Assert.Equal(found, Check(new NothingUnfinished(), "src/Actors.Hub/X.cs", text));

    private static void Holds(ISourceRule rule) => Violation.None(Tree.SelectMany(rule.Check));

    private static int Check(ISourceRule rule, string path, string text) => rule.Check(new SourceFile(path, text)).Count();
}
