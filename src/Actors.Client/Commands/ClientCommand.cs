using System.CommandLine;

namespace Actors.Client.Commands;

/// <summary>A command of the client: its options are its fields, and what it does is <see cref="RunAsync"/>.</summary>
internal abstract class ClientCommand : Command
{
    protected ClientCommand(string name, string description, ClientServices services, GlobalOptions globals)
        : base(name, description) => SetAction(async (parsed, stop) =>
    {
        using var session = globals.Begin(parsed, services);
        try
        {
            globals.Apply(parsed, session);
            return await RunAsync(parsed, session, stop).ConfigureAwait(false);
        }
        catch (ClientFault fault)
        {
            session.Output.Fail(fault.Message);
            return fault.ExitCode;
        }
    });

    /// <summary>Does it.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="ClientFault">It could not be done; told in one line.</exception>
    /// <exception cref="OperationCanceledException">Ctrl+C, where nothing is left to be done.</exception>
    protected abstract Task<int> RunAsync(ParseResult parsed, ClientSession session, CancellationToken stop);
}
