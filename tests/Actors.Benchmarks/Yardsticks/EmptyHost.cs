using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;

namespace Actors.Benchmarks.Yardsticks;

/// <summary>An empty ASP.NET host, for how long a start takes.</summary>
internal static class EmptyHost
{
    internal static async Task Serve()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var application = builder.Build();
        await application.StartAsync();
        Console.WriteLine($"ready: {application.Urls.First()}");
        await application.WaitForShutdownAsync();
    }
}
