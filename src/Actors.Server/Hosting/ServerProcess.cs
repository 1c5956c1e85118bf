using Actors.Server.Configuration;
using Actors.Server.Demo;
using Actors.Server.Options;

namespace Actors.Server.Hosting;

/// <summary>One run of the server, from the command line to the exit code.</summary>
internal static class ServerProcess
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit code; see <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, ProcessStreams streams, StopSignals stop)
    {
        var commandLine = new ServerCommandLine().Parse(args);
        if (commandLine.Answer is { } answer)
        {
            streams.Output.WriteLine(answer);
            return ExitCodes.Ok;
        }

        if (commandLine.Arguments is not { } arguments)
        {
            streams.Error.WriteLine(commandLine.Fault);
            return commandLine.Fault!.ExitCode;
        }

        if (arguments.Demo)
            return await DemoCommand.RunAsync(arguments.Headless, streams, stop);

        var configuration = ServerConfiguration.Load(arguments, Environment.CurrentDirectory, AppContext.BaseDirectory);
        if (configuration.Faults.Count > 0)
            return Refuse(configuration, arguments, streams.Error);

        if (arguments.PrintConfig)
            streams.Output.WriteLine(ConfigPrinter.Print(configuration));
        else if (arguments.CheckConfig)
            streams.Output.WriteLine(OneLine.Of($"configuration ok: {configuration.Summary}"));
        else
        {
            var consoleIsOn = arguments.Console || streams.InputIsTerminal;
            return await ServerHost.RunAsync(configuration, arguments.Capture, streams, stop, consoleIsOn);
        }

        return ExitCodes.Ok;
    }

    /// <summary>One line for one fault; a check lists them all.</summary>
    private static int Refuse(ServerConfiguration configuration, ServerArguments arguments, TextWriter error)
    {
        if (arguments.CheckConfig)
        {
            foreach (var fault in configuration.Faults)
                error.WriteLine(fault);
        }
        else
        {
            var more = configuration.Faults.Count - 1;
            error.WriteLine(configuration.Faults[0] + (more > 0 ? $" ({more} more: --check-config lists them)" : ""));
        }

        return configuration.Faults[0].ExitCode;
    }
}
