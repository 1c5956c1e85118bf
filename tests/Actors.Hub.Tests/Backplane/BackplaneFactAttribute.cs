namespace Actors.Hub.Tests.Backplane.Contract;

/// <summary>A test of the contract; a test project whose implementation may not be there has an attribute of this name that says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BackplaneFactAttribute : FactAttribute;
