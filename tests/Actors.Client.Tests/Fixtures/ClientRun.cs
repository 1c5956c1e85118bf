using Actors.Client.Terminal;

namespace Actors.Client.Tests.Fixtures;

/// <summary>The client in this process, from its arguments to its exit code.</summary>
internal sealed class ClientRun
{
    private readonly Task<int> _run;

    private ClientRun(ITerminal terminal, string[] args) =>
        _run = Task.Run(() => new ClientProcess(terminal, TimeProvider.System, new Random(20265)).RunAsync(args));

    public static ClientRun Start(FakeTerminal terminal, params string[] args) => new(terminal, args);

    public static async Task<(int ExitCode, FakeTerminal Terminal)> ToEnd(string input, params string[] args)
    {
        var terminal = new FakeTerminal(input: input);
        return (await Start(terminal, args).Ends(), terminal);
    }

    public Task<int> Ends() => _run.WaitAsync(Bound.Time);
}
