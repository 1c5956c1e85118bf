namespace Actors.Datagrams.Tests.Contract;

/// <summary>The receive loop on recvmmsg. Needs Linux on x64 or arm64: elsewhere Bind refuses, and these say so by failing.</summary>
public sealed class LinuxBatchedUdpReceiveLoopSpecs() : UdpReceiveLoopContract(DatagramPath.LinuxBatched);
