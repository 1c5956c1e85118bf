using Xunit.Sdk;

namespace Actors.EndToEnd.Tests.Fixtures;

/// <summary>
/// One test process at a time starts servers: two checkouts tested at once on one machine would take each other's time.
/// Held from the first start to the end of this process, when the system lets go of the file.
/// </summary>
internal static class RealProcesses
{
    private static readonly string LockFile = Path.Combine(Path.GetTempPath(), $"actors-real-processes-{Environment.UserName}.lock");

    // On the pool: whoever waits for it blocks one of the test runner's few threads.
    private static readonly Lazy<Task<FileStream>> Turn = new(() => Task.Run(TakeAsync));

    public static void TakeTurn() => Turn.Value.GetAwaiter().GetResult();

    private static async Task<FileStream> TakeAsync()
    {
        using var glances = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var glance = 0; glance < 1_800; glance++, await glances.WaitForNextTickAsync())
        {
            try
            {
                return new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                // Another test process has its turn.
            }
        }

        throw new XunitException($"Another test process has held {LockFile} for three minutes.");
    }
}
