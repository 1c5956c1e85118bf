using Actors.Datagrams;

namespace Actors.Hub.Backplane;

/// <summary>The name that a node has when its operator gives it none.</summary>
public static class NodeName
{
    /// <summary>
    /// <c>MACHINE-PORT</c>: two hubs of one machine have different ports. What a <see cref="NodeId"/> may not hold becomes <c>-</c>; a name
    /// too long is cut at its end, which the port is not.
    /// </summary>
    public static NodeId Of(string machine, EndpointKey firstListener)
    {
        var port = $"-{firstListener.Port}";
        var name = string.Concat(machine.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-'));
        return new NodeId(name[..Math.Min(name.Length, NodeId.MaxLength - port.Length)] + port);
    }
}
