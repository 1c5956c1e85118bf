namespace Actors.Benchmarks.Engine;

/// <summary>Something that can be measured, again and again.</summary>
internal interface IScenario
{
    /// <summary>The name on the command line and in the table.</summary>
    string Name { get; }

    /// <summary>What one operation is.</summary>
    string Operation { get; }

    /// <summary>One round. <paramref name="quick"/> asks for a few operations only.</summary>
    Task<Sample> Round(bool quick);
}
