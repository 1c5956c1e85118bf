using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Actors.Datagrams;
using static Actors.Client.Load.Linux.LoadCalls;

namespace Actors.Client.Load.Linux;

/// <summary>
/// Members on this machine's 127/8, an address each from 127.1.0.0 on, on as few sockets as their receive buffers allow: one for the
/// privileged. With one socket and nothing due soon, a wake-up is one system call.
/// </summary>
internal sealed unsafe class LoopbackMembers : ILoadMembers
{
    private const int MostSockets = 16;

    /// <summary>What a small datagram takes of a receive buffer: 768 bytes, or some 2 KiB when it was cut from a longer one (GSO).</summary>
    private const int KernelBytes = 2_560;

    private const int MostBuffer = 256 * 1024 * 1024;

    private static readonly IPAddress First = IPAddress.Parse("127.1.0.0");

    private readonly MemberSocket[] _sockets;
    private readonly PollEntry[] _polled;
    private int _current;

    /// <summary>Opens the sockets.</summary>
    /// <param name="options">The load.</param>
    /// <exception cref="ClientFault">This machine refuses.</exception>
    public LoopbackMembers(LoadOptions options)
    {
        // All that may be on its way at once, of --rate what comes in a quarter of a second; and at least 4 MiB.
        var messages = options.Window > 0 ? options.Window : Math.Ceiling(options.Rate / 4);
        var datagrams = options.Members * (long)Math.Clamp(messages, 2, 64);
        var wanted = (int)Math.Clamp(datagrams * (KernelBytes + options.Payload), 4 * 1024 * 1024, MostBuffer);
        var sockets = new List<MemberSocket>();
        try
        {
            do sockets.Add(new MemberSocket(options.Target, First, options.Payload, wanted));
            while (sockets.Sum(socket => (long)socket.ReceiveBufferBytes) < wanted && sockets.Count < MostSockets);
        }
        catch (SocketException fault)
        {
            sockets.ForEach(socket => socket.Dispose());
            throw new ClientFault(ExitCode.System, $"cannot open a socket for the members: {fault.Message}");
        }

        _sockets = [.. sockets];
        _polled = GC.AllocateArray<PollEntry>(_sockets.Length, pinned: true);
        for (var i = 0; i < _sockets.Length; i++) _polled[i] = new PollEntry { Descriptor = _sockets[i].Descriptor, Wanted = PollIn };
        var granted = _sockets.Sum(socket => (long)socket.ReceiveBufferBytes);
        if (granted < wanted)
        {
            Concern = string.Create(
                CultureInfo.InvariantCulture,
                $"{granted / 1024} KiB of receive buffer for {wanted / 1024} KiB that may come at once: raise net.core.rmem_max");
        }

        Description = string.Create(
            CultureInfo.InvariantCulture, $"{_sockets.Length} socket{(_sockets.Length == 1 ? "" : "s")}, addresses from {First} on");
    }

    public string Description { get; }

    public string? Concern { get; }

    public long KernelDropped => _sockets.Sum(socket => socket.KernelDropped);

    public long Sent => _sockets.Sum(socket => socket.Sent);

    public long Received => _sockets.Sum(socket => socket.Received);

    public long Refused => _sockets.Sum(socket => socket.Refused);

    public long Strangers => _sockets.Sum(socket => socket.Strangers);

    /// <summary>Whether members can be played so: on Linux, towards 127/8.</summary>
    public static bool Can(IPEndPoint target) =>
        OperatingSystem.IsLinux()
        && RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64
        && target.AddressFamily == AddressFamily.InterNetwork
        && IPAddress.IsLoopback(target.Address);

    public EndpointKey EndpointOf(int member)
    {
        Span<byte> address = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(address, BinaryPrimitives.ReadUInt32BigEndian(First.GetAddressBytes()) + (uint)member);
        return new EndpointKey(new IPAddress(address), SocketOf(member).Port);
    }

    public void Send(int member, ReadOnlySpan<byte> payload) => SocketOf(member).Send(member, payload);

    public void Flush()
    {
        foreach (var socket in _sockets) socket.Flush();
    }

    public int Receive(long atMost)
    {
        if (_sockets.Length == 1 && atMost >= MemberSocket.LongestWait) return _sockets[0].Receive(wait: true);
        if (TakeOfNext() is var received && received > 0) return received;
        if (atMost <= 0 || !Wait(atMost)) return 0;
        return TakeOfNext();
    }

    public int MemberOf(int index) => _sockets[_current].MemberOf(index);

    public ReadOnlySpan<byte> DatagramOf(int index) => _sockets[_current].DatagramOf(index);

    public void Dispose()
    {
        foreach (var socket in _sockets) socket.Dispose();
    }

    private MemberSocket SocketOf(int member) => _sockets[member % _sockets.Length];

    /// <summary>Takes what is at the next socket that has something: each in its turn.</summary>
    private int TakeOfNext()
    {
        for (var tried = 0; tried < _sockets.Length; tried++)
        {
            _current = _current + 1 < _sockets.Length ? _current + 1 : 0;
            if (_sockets[_current].Receive(wait: false) is var received && received > 0) return received;
        }

        return 0;
    }

    private bool Wait(long atMost)
    {
        var timeout = TimeSpec.Of(atMost);
        fixed (PollEntry* polled = _polled) return Poll(polled, (nuint)_polled.Length, &timeout, null) > 0;
    }
}
