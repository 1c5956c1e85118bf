using System.CommandLine;
using System.CommandLine.Help;
using Actors.Client.Commands;
using Actors.Client.Terminal;
using Actors.Client.Text;

namespace Actors.Client;

/// <summary>The whole program, from its arguments to its exit code.</summary>
internal sealed class ClientProcess(ITerminal terminal, TimeProvider time, Random random)
{
    /// <summary>Runs the command of these arguments; never throws for what a user, a peer or the system did.</summary>
    public async Task<int> RunAsync(string[] args)
    {
        // An argument that begins with @ is a text to send, not a file of arguments.
        var parsed = new ClientCommandLine(new ClientServices(terminal, time, random)).Root
            .Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
            return Fail(ExitCode.Usage, $"{PeerText.Show(parsed.Errors[0].Message)} (--help tells more)");

        using var stop = new CancellationTokenSource();
        using var signals = terminal.OnStop(stop.Cancel);
        try
        {
            var invocation = new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null, // the signals are ours
            };
            return await parsed.InvokeAsync(invocation, stop.Token).ConfigureAwait(false);
        }
        catch (ClientFault fault)
        {
            return Fail(fault.ExitCode, fault.Message);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCode.Done;
        }
    }

    private int Fail(int exitCode, string message)
    {
        terminal.Error.WriteLine(message);
        terminal.Error.Flush();
        return exitCode;
    }
}
