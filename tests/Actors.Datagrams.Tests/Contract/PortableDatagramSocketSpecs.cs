namespace Actors.Datagrams.Tests.Contract;

/// <summary>The contract on the base class library's socket; on every system.</summary>
public sealed class PortableDatagramSocketSpecs : DatagramSocketContract
{
    protected override DatagramPath Path => DatagramPath.Portable;
}
