namespace Actors.Datagrams;

/// <summary>How datagrams get to and from the kernel.</summary>
public enum DatagramPath
{
    /// <summary>The fastest that works here; for options only.</summary>
    Automatic = 0,

    /// <summary>The base class library's socket, one system call per datagram: everywhere.</summary>
    Portable,

    /// <summary><c>recvmmsg</c> and <c>sendmmsg</c>, many datagrams per system call: Linux on x64 and arm64.</summary>
    LinuxBatched,
}
