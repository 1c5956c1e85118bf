using Actors.EndToEnd.Tests.Fixtures;

namespace Actors.EndToEnd.Tests;

/// <summary><c>explain</c> at the console: one endpoint's datagrams live, with what becomes of each.</summary>
public sealed class ExplainTests(PatientHub fixture) : IClassFixture<PatientHub>
{
    private readonly RunningHub _hub = fixture.Hub;

    [Fact]
    public void One_endpoints_datagrams_are_shown_live_until_explain_off()
    {
        using ChatUser ann = _hub.User().Joins(), bob = _hub.User();
        Assert.Contains("nothing is being explained", Assert.Single(_hub.Ask("explain off")), StringComparison.Ordinal);
        Assert.Equal([$"explaining {bob.Name}; explain off ends it"], _hub.Ask($"explain {bob.Name}"));

        bob.Says("\u001b[2Jhi");
        bob.HearsAck("\u001b[2JHI", bob);
        Shows($"{bob.Name} > chat, 6 bytes, delivered to 2: \\u{{001b}}[2Jhi");
        Shows($"chat > {bob.Name}, {17 + bob.Name.Length} bytes, sent: Ack \\u{{001b}}[2JHI. from {bob.Name}");
        ann.Says("^hb^");
        bob.Says("^hb^");
        Shows($"{bob.Name} > chat, 4 bytes, heartbeat: ^hb^");
        Assert.DoesNotContain(_hub.Process.Output.Lines, line => line.Contains($"{ann.Name} > chat", StringComparison.Ordinal));

        Assert.Contains($"explained {bob.Name}: 3 datagrams", _hub.Ask("explain off"));
        bob.Says("unseen");
        bob.HearsAck("UNSEEN", bob);
        ann.Settles();
        Assert.DoesNotContain(_hub.Ask("help"), line => line.Contains("unseen", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_flood_is_counted_and_not_shown_line_by_line()
    {
        using var ann = _hub.User().Joins();
        Assert.Single(_hub.Ask($"explain {ann.Name}"));
        for (var n = 0; n < 500; n++) ann.Says("^hb^");
        ann.Settles();
        _hub.Process.Output.WaitForLine("the rest, counted", line => line.EndsWith(" more, not shown", StringComparison.Ordinal));
        var ended = Assert.Single(_hub.Ask("explain off"), line => line.StartsWith("explained ", StringComparison.Ordinal));
        // The verdict on the first hello may come when it has been answered already.
        Assert.Matches(@": 50[67] datagrams, \d+ not shown$", ended);
    }

    private void Shows(string line) =>
        _hub.Process.Output.WaitForLine(line, shown => shown.EndsWith(line, StringComparison.Ordinal), otherwise: _hub.Process.Said);
}
