using Actors.Server.Hosting;

var stop = new StopSignals();
var code = await ServerProcess.RunAsync(args, ProcessStreams.Standard(), stop);
GC.KeepAlive(stop); // not disposed: a second signal that comes while the process leaves must not kill it, and change its exit code
return code;
