using Actors.Server.Hosting;

return await ServerProcess.RunAsync(args, ProcessStreams.Standard());
