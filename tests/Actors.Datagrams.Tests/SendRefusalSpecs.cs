using System.Net.Sockets;
using Actors.Datagrams.Internal;
using Actors.Datagrams.Internal.Linux;

namespace Actors.Datagrams.Tests;

/// <summary>What cannot be provoked on loopback (a full send buffer, no route) is held by its tables: both paths tell the same.</summary>
public sealed class SendRefusalSpecs
{
    [Theory]
    [InlineData(11, SocketError.WouldBlock, SendRefusal.WouldBlock)]
    [InlineData(105, SocketError.NoBufferSpaceAvailable, SendRefusal.NoBuffers)]
    [InlineData(90, SocketError.MessageSize, SendRefusal.TooLong)]
    [InlineData(101, SocketError.NetworkUnreachable, SendRefusal.Unreachable)]
    [InlineData(113, SocketError.HostUnreachable, SendRefusal.Unreachable)]
    [InlineData(100, SocketError.NetworkDown, SendRefusal.Unreachable)]
    [InlineData(112, SocketError.HostDown, SendRefusal.Unreachable)]
    [InlineData(111, SocketError.ConnectionRefused, SendRefusal.Unreachable)]
    [InlineData(22, SocketError.InvalidArgument, SendRefusal.InvalidDestination)]
    [InlineData(99, SocketError.AddressNotAvailable, SendRefusal.InvalidDestination)]
    [InlineData(97, SocketError.AddressFamilyNotSupported, SendRefusal.InvalidDestination)]
    [InlineData(13, SocketError.AccessDenied, SendRefusal.Denied)]
    [InlineData(5, SocketError.SocketError, SendRefusal.Other)]
    public void An_error_means_the_same_on_both_paths(int errno, SocketError error, SendRefusal expected)
    {
        Assert.Equal(expected, Errno.Refusal(errno));
        Assert.Equal(expected, SocketErrors.Refusal(error));
    }

    [Fact]
    public void A_summary_counts_by_reason()
    {
        var summary = new SendSummary();
        summary.Add(SendRefusal.None, 5);
        summary.Add(SendRefusal.TooLong);
        summary.Add(SendRefusal.Other, 2);

        Assert.Equal((5, 3), (summary.Sent, summary.Refused));
        Assert.Equal((1, 2, 0), (summary[SendRefusal.TooLong], summary[SendRefusal.Other], summary[SendRefusal.Denied]));
        Assert.All(Enum.GetValues<SendRefusal>(), refusal => Assert.Equal(refusal == SendRefusal.None, new SendResult(refusal).Sent));
    }
}
