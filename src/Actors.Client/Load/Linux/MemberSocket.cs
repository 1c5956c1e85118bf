using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static Actors.Client.Load.Linux.LoadCalls;

namespace Actors.Client.Load.Linux;

/// <summary>
/// One socket that plays any number of members of 127/8: IP_PKTINFO says from which address each datagram goes out, and to which one it
/// came. It receives datagrams apart (no UDP_GRO), as members would.
/// </summary>
internal sealed unsafe class MemberSocket : IDisposable
{
    /// <summary>Datagrams for each system call: beyond 64 its own cost is below 1% of what they cost together.</summary>
    public const int Slots = 64;

    private const int InterruptedCall = 4;
    private const int TryAgain = 11;

    private static readonly TimeSpan Doze = TimeSpan.FromMilliseconds(20);

    private readonly Socket _socket;
    private readonly Address _hub;
    private readonly uint _firstAddress; // in this machine's order
    private readonly int _sendBytes;
    private readonly int _receiveBytes;

    // On the pinned heap: they never move.
    private readonly MessageHeader[] _sending = GC.AllocateArray<MessageHeader>(Slots, pinned: true);
    private readonly MessageHeader[] _receiving = GC.AllocateArray<MessageHeader>(Slots, pinned: true);
    private readonly LoadCalls.Buffer[] _buffers = GC.AllocateArray<LoadCalls.Buffer>(2 * Slots, pinned: true);
    private readonly PacketInfo[] _infos = GC.AllocateArray<PacketInfo>(2 * Slots, pinned: true);
    private readonly Address[] _addresses = GC.AllocateArray<Address>(Slots + 1, pinned: true);
    private readonly byte[] _sendPayloads;
    private readonly byte[] _receivePayloads;
    private int _waiting;

    /// <summary>Opens it on a free port.</summary>
    /// <param name="hub">Where the hub is, an IPv4 endpoint.</param>
    /// <param name="firstAddress">The address of member 0; the others follow it.</param>
    /// <param name="payload">The longest that is sent, in bytes.</param>
    /// <param name="receiveBuffer">Bytes of receive buffer to ask for.</param>
    public MemberSocket(IPEndPoint hub, IPAddress firstAddress, int payload, int receiveBuffer)
    {
        _firstAddress = BinaryPrimitives.ReadUInt32BigEndian(firstAddress.GetAddressBytes());
        _hub = new Address
        {
            Family = Address.IPv4,
            Port = BinaryPrimitives.ReverseEndianness((ushort)hub.Port),
            Host = BitConverter.ToUInt32(hub.Address.GetAddressBytes()),
        };
        _sendBytes = payload;
        _receiveBytes = payload + (LoadLine.MostHeard - LoadLine.MostBytes);
        _sendPayloads = GC.AllocateUninitializedArray<byte>(Slots * _sendBytes, pinned: true);
        _receivePayloads = GC.AllocateUninitializedArray<byte>(Slots * _receiveBytes, pinned: true);
        Prepare();

        _socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            _socket.SetRawSocketOption(SolIp, IpPktInfo, BitConverter.GetBytes(1));
            _socket.ReceiveTimeout = (int)Doze.TotalMilliseconds;
            AskForReceiveBuffer(receiveBuffer);
            _socket.Bind(new IPEndPoint(IPAddress.Any, 0));
        }
        catch
        {
            _socket.Dispose();
            throw;
        }
    }

    /// <summary>The receive buffer that was granted, in bytes as the kernel counts them, its own bookkeeping included.</summary>
    public int ReceiveBufferBytes => _socket.ReceiveBufferSize;

    /// <summary>Datagrams that the kernel dropped here, most likely because they were not read in time.</summary>
    public long KernelDropped => SocketDrops.Of(_socket);

    /// <summary>Datagrams that the system took to send.</summary>
    public long Sent { get; private set; }

    /// <summary>Datagrams that were received.</summary>
    public long Received { get; private set; }

    /// <summary>Datagrams that this machine refused to send.</summary>
    public long Refused { get; private set; }

    /// <summary>Datagrams from others than the hub.</summary>
    public long Strangers { get; private set; }

    /// <summary>For poll.</summary>
    public int Descriptor => (int)_socket.Handle;

    /// <summary>The port that the members have in common.</summary>
    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    public void Send(int member, ReadOnlySpan<byte> payload)
    {
        payload.CopyTo(_sendPayloads.AsSpan(_waiting * _sendBytes, _sendBytes));
        _buffers[_waiting].Length = (nuint)payload.Length;
        _infos[_waiting].LocalAddress = BinaryPrimitives.ReverseEndianness(_firstAddress + (uint)member);
        if (++_waiting == Slots) Flush();
    }

    /// <summary>Sends what waits. A datagram that is refused never stops the others.</summary>
    public void Flush()
    {
        for (var at = 0; at < _waiting;)
        {
            var sent = SendMany(_socket.SafeHandle, PointerTo(_sending, at), (uint)(_waiting - at), 0);
            if (sent > 0)
            {
                at += sent;
                Sent += sent;
            }
            else if (Marshal.GetLastPInvokeError() is not (InterruptedCall or TryAgain))
            {
                Refused++;
                at++;
            }
        }

        _waiting = 0;
    }

    /// <summary>Takes what is there.</summary>
    /// <param name="wait">Whether to wait for the first, for at most <see cref="LongestWait"/>.</param>
    public int Receive(bool wait)
    {
        var received = ReceiveMany(_socket.SafeHandle, PointerTo(_receiving, 0), Slots, wait ? MsgWaitForOne : MsgDontWait, null);
        if (received <= 0) return 0; // nothing within the time, or a signal
        Received += received;
        return received;
    }

    /// <summary>The member that got one of the last datagrams received; -1 where it is not the hub's, or nobody's.</summary>
    public int MemberOf(int slot)
    {
        ref var header = ref _receiving[slot];
        ref readonly var from = ref _addresses[slot];
        if (header.ControlLength < PacketInfo.UsedBytes || from.Host != _hub.Host || from.Port != _hub.Port)
        {
            header.ControlLength = (nuint)sizeof(PacketInfo); // the kernel shortened it
            Strangers++;
            return -1;
        }

        return (int)(BinaryPrimitives.ReverseEndianness(_infos[Slots + slot].Destination) - _firstAddress);
    }

    public ReadOnlySpan<byte> DatagramOf(int slot) => _receivePayloads.AsSpan(slot * _receiveBytes, (int)_receiving[slot].Length);

    /// <summary>How long <see cref="Receive"/> waits at most.</summary>
    public static long LongestWait => (long)Doze.TotalNanoseconds;

    public void Dispose() => _socket.Dispose();

    private void Prepare()
    {
        _addresses[Slots] = _hub;
        for (var slot = 0; slot < Slots; slot++)
        {
            _buffers[slot].Start = PointerTo(_sendPayloads, slot * _sendBytes);
            _infos[slot] = new PacketInfo { Length = PacketInfo.UsedBytes, Level = SolIp, Type = IpPktInfo };
            _sending[slot] = Header(slot, Slots);
            _buffers[Slots + slot] = new LoadCalls.Buffer
            {
                Start = PointerTo(_receivePayloads, slot * _receiveBytes),
                Length = (nuint)_receiveBytes,
            };
            _receiving[slot] = Header(Slots + slot, slot);
        }
    }

    private MessageHeader Header(int slot, int address) => new()
    {
        Address = (byte*)PointerTo(_addresses, address),
        AddressLength = (uint)sizeof(Address),
        Buffers = PointerTo(_buffers, slot),
        BufferCount = 1,
        Control = (byte*)PointerTo(_infos, slot),
        ControlLength = (nuint)sizeof(PacketInfo),
    };

    private void AskForReceiveBuffer(int bytes)
    {
        try
        {
            _socket.SetRawSocketOption(SolSocket, SoRcvBufForce, BitConverter.GetBytes(bytes));
        }
        catch (SocketException)
        {
            _socket.ReceiveBufferSize = bytes; // not privileged: up to net.core.rmem_max
        }
    }

    private static T* PointerTo<T>(T[] pinned, int at)
        where T : unmanaged => (T*)Unsafe.AsPointer(ref pinned[at]);
}
