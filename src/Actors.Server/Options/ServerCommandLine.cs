using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Actors.Server.Configuration;

namespace Actors.Server.Options;

/// <summary>The server's options, read by System.CommandLine; what it refuses is told in our one line.</summary>
internal sealed class ServerCommandLine
{
    private readonly Option<string?> _config = new("--config")
    {
        HelpName = "FILE",
        Description = "Configuration file (HOCON). Else ./hocon/hub.conf, else the one beside the executable.",
    };

    private readonly Option<string[]> _set = new("--set")
    {
        HelpName = "KEY=VALUE",
        Description = "Set one key, over the file; repeatable. VALUE is taken as text, unless it begins with [, { or \". "
            + "Example: --set hub.listeners.chat.port=0",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<bool> _check = new("--check-config")
    {
        Description = "Say whether the configuration is right, and end: 0 if so, else 2.",
    };

    private readonly Option<bool> _print = new("--print-config") { Description = "Print the configuration in force as HOCON, and end." };
    private readonly Option<bool> _console = new("--console")
    {
        Description = "Read commands from standard input (help lists them). On by itself when that is a terminal.",
    };

    private readonly Option<bool> _version = new("--version") { Description = "Print the version and the engine, and end." };
    private readonly CaptureCommandLine _capture = new();
    private readonly Option<bool> _headless = new("--headless")
    {
        Description = "Without pauses for a reader, for scripts.",
        Arity = ArgumentArity.Zero,
    };

    private readonly Command _demo =
        new("demo", "Show three nodes and nine clients, and what befalls them: 0 when all holds that is to be proved, else 1.");

    private readonly RootCommand _root;

    public ServerCommandLine()
    {
        _root = new RootCommand("A UDP chat hub on actors. Any program that can send a datagram is a client.");
        foreach (var builtIn in _root.Options.OfType<VersionOption>().ToList())
            _root.Options.Remove(builtIn);
        _root.Directives.Clear();
        foreach (var flag in new Option[] { _check, _print, _console, _version })
            flag.Arity = ArgumentArity.Zero;
        foreach (var option in new Option[] { _config, _set, _check, _print, _console }.Concat(_capture.All).Append(_version))
            _root.Options.Add(option);
        _demo.Options.Add(_headless);
        _root.Subcommands.Add(_demo);
        // Or the library asks for a subcommand; what is done is decided elsewhere.
        _root.SetAction(_ => 0);
    }

    /// <summary>Reads a command line; never throws.</summary>
    public ParsedCommandLine Parse(IReadOnlyList<string> args)
    {
        // An argument that begins with @ is what it is: --set hub.listeners.chat.room=@home names no file.
        var parsed = _root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is HelpAction)
            return new ParsedCommandLine(null, Help(parsed), null);
        if (Fault(parsed) is { } fault)
            return Refused(fault);
        if (parsed.GetValue(_version))
            return new ParsedCommandLine(null, ServerVersion.Text, null);

        if (parsed.CommandResult.Command == _demo)
            return Demo(parsed);

        var settings = new List<Setting>();
        foreach (var text in parsed.GetValue(_set) ?? [])
        {
            if (!Setting.TryParse(text, out var setting))
                return Refused(new OperatorFault($"--set {text}", "there is no KEY= in it", "write --set KEY=VALUE"));
            settings.Add(setting);
        }

        var (capture, captureFault) = _capture.Read(parsed);
        if (captureFault is not null)
            return new ParsedCommandLine(null, null, captureFault);

        return new ParsedCommandLine(
            new ServerArguments
            {
                ConfigFile = parsed.GetValue(_config),
                Settings = settings,
                CheckConfig = parsed.GetValue(_check),
                PrintConfig = parsed.GetValue(_print),
                Capture = capture,
                Console = parsed.GetValue(_console),
            },
            null,
            null);
    }

    private ParsedCommandLine Demo(ParseResult parsed) =>
        _root.Options.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } other
            ? Refused(new OperatorFault(other.Name, "the demo does not read it", "leave it out: the demo's nodes are in hocon/demo"))
            : new ParsedCommandLine(new ServerArguments { Demo = true, Headless = parsed.GetValue(_headless) }, null, null);

    private static ParsedCommandLine Refused(OperatorFault fault) => new(null, null, fault);

    private OperatorFault? Fault(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens is [var unknown, ..])
        {
            var nearest = NearestKey.To(unknown, _root.Options.Select(o => o.Name));
            var guess = nearest is null ? "" : $"did you mean {nearest}? ";
            return unknown.StartsWith('-')
                ? new OperatorFault(unknown, "there is no such option", $"{guess}--help lists them")
                : new OperatorFault(unknown, "it belongs to no option", "--help lists the options; a key is set with --set KEY=VALUE");
        }

        if (parsed.Errors is not [var error, ..])
            return null;
        return (error.SymbolResult as OptionResult)?.Option is not { } option
            ? new OperatorFault("command line", error.Message, "--help lists the options")
            : parsed.GetResult(option)!.Tokens.Count == 0
                ? new OperatorFault(option.Name, $"its {option.HelpName ?? "value"} is missing", $"write {option.Name} {option.HelpName}")
                : new OperatorFault(option.Name, "it was given more than once", "leave one");
    }

    private static string Help(ParseResult parsed)
    {
        using var text = new StringWriter();
        parsed.Invoke(new InvocationConfiguration { Output = text, Error = text });
        return text.ToString().TrimEnd();
    }
}
