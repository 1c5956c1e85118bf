using System.Globalization;
using Actors.MultiNode.Soak;
using Actors.Server.Demo.Processes;

// dotnet run -c Release --project tests/Actors.MultiNode.Soak [-- SECONDS]: exit code 0 when all holds, 1 when not, 2 where it cannot run.
if (PrivateBroker.WhyNot is { } why)
{
    Console.Error.WriteLine($"{why}: {PrivateBroker.HowToInstall}");
    return 2;
}

var seconds = args is [var text] && int.TryParse(text, CultureInfo.InvariantCulture, out var asked) ? asked : 60;
using var soak = new NodeSoak(TimeSpan.FromSeconds(seconds));
return await soak.RunAsync() ? 0 : 1;
