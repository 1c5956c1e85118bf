namespace Actors.Datagrams.Internal;

/// <summary>Which destinations a socket can send to at all; asked before the system, which tells each in its own way.</summary>
internal readonly record struct Reach(bool IsIPv6, bool DualMode)
{
    public bool Includes(in EndpointKey to) => to.Port != 0 && (to.IsIPv4 ? !IsIPv6 || DualMode : IsIPv6);
}
