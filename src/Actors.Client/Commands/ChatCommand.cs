using System.CommandLine;
using Actors.Client.Chat;
using Actors.Client.Text;

namespace Actors.Client.Commands;

/// <summary>Takes part in a group chat.</summary>
internal sealed class ChatCommand : PeerCommand
{
    private static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(10); // the hub's, and the documents' programs'

    private readonly DurationOption _interval = new(
        "--interval", "The hub's interval; a heartbeat goes out every half of it.", UsualInterval);

    private readonly Option<string?> _name = new("--name")
    {
        Description = "Put before each message, as NAME: text. Without blanks and colons, at most 16 cells wide (8 CJK characters).",
        HelpName = "N",
        CustomParser = result => ChatLine.IsName(Parsing.Word(result))
            ? Parsing.Word(result)
            : Parsing.Refuse<string>(
                result, $"not a name: '{PeerText.Show(Parsing.Word(result))}' (no blanks, no colons, at most 16 cells wide)"),
    };

    public ChatCommand(ClientServices services, GlobalOptions globals)
        : base(
            "chat",
            "Take part in a group chat: each line is a message, quit leaves. Works with the hub and with the documents' Python servers.",
            TimeSpan.FromSeconds(5),
            services,
            globals)
    {
        Options.Add(_name);
        Options.Add(_interval);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, ClientSession session, CancellationToken stop)
    {
        using var hub = await OpenAsync(parsed, session, stop).ConfigureAwait(false);
        var options = new ChatOptions(parsed.GetValue(_name), _interval.In(parsed), Timeout.In(parsed));
        return await new ChatSession(session, hub, options).RunAsync(stop).ConfigureAwait(false);
    }
}
