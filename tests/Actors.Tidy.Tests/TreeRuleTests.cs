using Actors.Tidy.Tests.Rules;
using Actors.Tidy.Tests.Scanning;

namespace Actors.Tidy.Tests;

/// <summary>The rules that take more than one file to tell: projects, folders, log events, pages.</summary>
public sealed class TreeRuleTests
{
    private static readonly Repository Tree = Repository.Here();

    [Fact]
    public void References_point_down_only() =>
        Violation.None(ReferenceDirections.Check(Tree.Projects(), BuildSwitches.Parse(Tree.Read("Directory.Build.targets"))));

    [Fact]
    public void The_build_switches_are_read_from_the_targets_file()
    {
        var added = BuildSwitches.Parse(Tree.Read("Directory.Build.targets")).Added;
        Assert.Contains(("UsesActors", "Actors.Engine"), added);
        Assert.Contains(("UsesActors", "Actors.Engine.Hosting"), added);
        Assert.Contains(("UsesTestKit", "Actors.Engine.TestKit"), added);
    }

    [Theory]
    [InlineData("src/Actors.Hub/Actors.Hub.csproj", "<ProjectReference Include='../Actors.Server/Actors.Server.csproj' />", 1)]
    [InlineData("src/Actors.Hub/Actors.Hub.csproj", "<ProjectReference Include='..\\Actors.Datagrams\\Actors.Datagrams.csproj' />", 0)]
    [InlineData("src/Actors.Datagrams/Actors.Datagrams.csproj", "<ProjectReference Include='../Actors.Engine/Actors.Engine.csproj' />", 1)]
    [InlineData("src/Actors.Datagrams/Actors.Datagrams.csproj", "<PackageReference Include='Anything' />", 1)]
    [InlineData("src/Actors.Hub/Actors.Hub.csproj", "<PackageReference Include='Anything' Version='1.0.0' />", 1)]
    [InlineData("src/Actors.Extra/Actors.Extra.csproj", "", 1)]
    [InlineData("tests/Actors.Hub.Tests/Actors.Hub.Tests.csproj", "<ProjectReference Include='../Actors.Tidy.Tests/Actors.Tidy.Tests.csproj' />", 1)]
    public void A_reference_that_points_up_is_found(string path, string items, int found) => Assert.Equal(found, Check(path, "", items));

    [Theory]
    [InlineData("src/Actors.Hub/Actors.Hub.csproj", "UsesActors", 0)]
    [InlineData("src/Actors.Datagrams/Actors.Datagrams.csproj", "UsesActors", 2)]
    [InlineData("src/Actors.Hub/Actors.Hub.csproj", "UsesTestKit", 1)]
    [InlineData("src/Actors.Hub/Actors.Hub.csproj", "EngineOnly", 1)]
    public void A_switch_counts_as_the_references_that_it_adds(string path, string property, int found) =>
        Assert.Equal(found, Check(path, $"<PropertyGroup><{property}>true</{property}></PropertyGroup>", ""));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Tree.Read("Actors.sln").Replace('\\', '/');
        Violation.None(Tree.Projects().Where(project => !solution.Contains($"\"{project.Path}\"", StringComparison.Ordinal))
            .Select(project => new Violation(project.Path, 0, "not in Actors.sln: dotnet sln add")));
    }

    [Fact]
    public void Only_the_agreed_folders_stand_at_the_top() => Violation.None(TopFolders.Check(Tree.TopFolders()));

    [Fact]
    public void Another_folder_at_the_top_is_found() => Assert.Equal(
        ["docs", "lib"],
        TopFolders.Check(["src", "docs", "tests", "hocon", ".ci", "lib"]).Select(violation => violation.Path));

    [Fact]
    public void Log_events_are_unique_in_their_project() => Violation.None(LogEvents.Check(Tree.Sources()));

    [Theory]
    [InlineData("1, Level, \"a)\"", "EventId = 2, EventName = \"B2\"", 0)]
    [InlineData("1, Level, \"a\"", "Message = \"b\", EventId = 1", 1)]
    [InlineData("1, Level, \"a\"", "2, Level, \"b\", EventName = \"A\"", 1)]
    [InlineData("1, Level, \"a\"", "Level, \"b\"", 1)]
    public void A_log_event_that_is_taken_is_found(string a, string b, int found) => Assert.Equal(found, LogEvents.Check([
        new SourceFile("src/Actors.Hub/HubLog.cs", $"[LoggerMessage({a})] static partial void A();"),
        new SourceFile("src/Actors.Hub/RoomLog.cs", $"[LoggerMessage({b})] static partial void B();")]).Count());

    [Fact]
    public void A_log_event_outside_the_log_file_is_found() => Assert.Single(LogEvents.Check(
        [new SourceFile("src/Actors.Hub/Hub.cs", "[LoggerMessage(1, Level, \"a\")] static partial void A();")]));

    [Fact]
    public void Every_link_of_the_readme_leads_somewhere() =>
        Violation.None(ReadmeLinks.Check("README.md", Tree.Read("README.md"), Tree.Exists));

    [Fact]
    public void A_link_that_leads_nowhere_is_found() => Assert.Equal(2, ReadmeLinks.Check(
        "README.md", "# Two engines\n[a](gone.md) [b](#two-engines) [c](#gone) [d](https://example.org/gone)", _ => false).Count());

    [Fact]
    public void The_readmes_table_of_keys_is_the_references() =>
        Violation.None(KeyTable.Check(Tree.Read("hocon/reference.conf"), Tree.Read("README.md")));

    [Theory]
    [InlineData("| `hub.interval` | `10 s` | … |\n| `hub.listeners.NAME.port` | `9999` | … |", 0)]
    [InlineData("| `hub.interval` | `11 s` | … |\n| `hub.listeners.NAME.port` | `9999` | … |", 2)]
    [InlineData("| `hub.interval` | `10 s` | … |", 1)]
    [InlineData("| `hub.interval` | `10 s` | … |\n| `hub.listeners.NAME.port` | `9999` | … |\n| `hub.gone` | `1` | … |", 1)]
    public void A_key_that_the_table_lacks_or_invents_is_found(string table, int found) => Assert.Equal(found, KeyTable.Check(
        "hub {\n  # said\n  interval = 10 s\n  listeners {\n    chat {\n      port = 9999\n    }\n  }\n}\n", table).Count());

    private static int Check(string path, string properties, string items) => ReferenceDirections.Check(
        [ProjectFile.Parse(path, $"<Project>{properties}<ItemGroup>{items}</ItemGroup></Project>")],
        BuildSwitches.Parse(Tree.Read("Directory.Build.targets"))).Count();
}
