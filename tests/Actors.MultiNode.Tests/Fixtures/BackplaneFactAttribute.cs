using Actors.MultiNode.Tests.Fixtures;

namespace Actors.Hub.Tests.Backplane.Contract;

/// <summary>A test of the contract, which here needs a broker.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BackplaneFactAttribute : RabbitFactAttribute;
