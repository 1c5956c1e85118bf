using Actors.Client;
using Actors.Client.Terminal;

using var terminal = new SystemTerminal();
return await new ClientProcess(terminal, TimeProvider.System, new Random(Environment.ProcessId)).RunAsync(args);
