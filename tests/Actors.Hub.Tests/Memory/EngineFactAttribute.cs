namespace Actors.Hub.Tests.Memory;

/// <summary>A test of what only this product's engine promises.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EngineFactAttribute : FactAttribute
{
    internal const string RunToCompletion = "Actors.Engine.Dispatch.RunToCompletionDispatcherConfigurator, Actors.Engine";

    public EngineFactAttribute()
    {
        if (Type.GetType(RunToCompletion) is null)
        {
            Skip = "NOT RUN: another engine allocates for its messages";
        }
    }
}
