using Actors.Client.Network;
using Actors.Client.Text;
using Actors.Datagrams;

namespace Actors.Client.Load;

/// <summary>
/// A load, on one thread: join → say and listen, uncounted → say and listen, counted → quit. Beats go on all the time.
/// </summary>
internal sealed class LoadRun(
    LoadOptions options, ILoadMembers members, ServerCosts? server, TimeProvider time, ushort run, IDatagramTap? tap = null)
{
    /// <summary>How many datagrams go out before it is looked what came in.</summary>
    private const int MostAtOnce = 64;

    /// <summary>How often a room is asked who is there, and who did not hear it joins again.</summary>
    private const int MostRollCalls = 5;

    /// <summary>After so many that nobody heard, nobody will.</summary>
    private const int RollCallsInVain = 2;

    /// <summary>Members leave so many in a second: what a hub takes on one core.</summary>
    private const double LeavingPerSecond = 50_000;

    private const double NanosecondsPerSecond = 1e9;

    // At the end, what is still on its way is heard until it is quiet for so long, but not for ever.
    private const long Quiet = 200_000_000;
    private const long MostLingering = 5_000_000_000;

    /// <summary>How long the thread is deaf to <see cref="Stop"/> at most: 50 ms, which nobody notices.</summary>
    private const long LongestWait = 50_000_000;

    private readonly EndpointKey _hub = EndpointKey.From(options.Target);
    private readonly byte[] _line = new byte[options.Payload];
    private readonly double _nanosecondsPerTick = NanosecondsPerSecond / time.TimestampFrequency;
    private readonly Pace _beats = new(0, options.Heartbeat.TotalNanoseconds / options.Members);
    private long _began;
    private int _joined;
    private int _beating = options.Members;
    private long _silentAt = long.MaxValue;
    private byte[]? _firstOther;
    private volatile bool _stopped;

    /// <summary>What was said and heard so far.</summary>
    public LoadAccounts Accounts { get; } = new(options);

    /// <summary>What goes on, in a word or two.</summary>
    public string Phase { get; private set; } = "joining";

    /// <summary>Members that have sent something.</summary>
    public int Joined => _joined;

    /// <summary>Datagrams of the hub that were no message of this load.</summary>
    public long Others { get; private set; }

    /// <summary>Nanoseconds since the load began.</summary>
    private long Now => (long)(time.GetTimestamp() * _nanosecondsPerTick) - _began;

    /// <summary>Ends it soon: what was counted so far is reported, and the members leave. From any thread.</summary>
    public void Stop() => _stopped = true;

    /// <summary>Does it all.</summary>
    /// <exception cref="ClientFault">Nobody heard anything.</exception>
    public LoadReport Run()
    {
        _began = Now;
        LoadReport report;
        try
        {
            Join();
            CallTheRoll();
            Phase = "warming up";
            Say(Lasting(options.Warmup));
            Phase = "measuring";
            report = Measure();
        }
        finally
        {
            Phase = "leaving";
            Leave();
            Linger();
        }

        return report with { Traffic = Traffic() };
    }

    private LoadReport Measure()
    {
        Accounts.Begin();
        var others = Others;
        var dropped = members.KernelDropped;
        var cpu = server?.CpuNanoseconds;
        var busy = ThreadTime.Now();
        var began = Now;
        if (options.SilentShare > 0) _silentAt = began + (long)options.SilentAfter.TotalNanoseconds;
        Say(Lasting(options.Duration), options.Messages);
        var ended = Math.Max(Accounts.LastHeardAt, Math.Min(Now, began + (long)options.Duration.TotalNanoseconds));
        var (wall, after) = (Math.Max(1, Now - began), ThreadTime.Now());
        return new LoadReport(
            options,
            Accounts.HaveHeard,
            Accounts,
            Math.Max(1, ended - began) / NanosecondsPerSecond,
            Others - others,
            _firstOther is null ? null : PeerText.Line(_firstOther),
            server is null ? null : new(server.CpuNanoseconds - cpu!.Value, server.ResidentBytes),
            new(
                (double)(after.Running - busy.Running) / wall,
                (double)(after.Waiting - busy.Waiting) / wall,
                members.KernelDropped - dropped,
                members.Refused,
                members.Strangers,
                members.Description,
                members.Concern))
        {
            Traffic = Traffic(),
        };
    }

    private LoadReport.TrafficTotals Traffic() =>
        new(members.Sent, Accounts.Flights.Next, members.Received - members.Strangers, members.KernelDropped);

    /// <summary>The members join, one after another: with a heartbeat, which nobody hears.</summary>
    private void Join()
    {
        var joins = new Pace(0, options.JoinTime.TotalNanoseconds / options.Members);
        while (_joined < options.Members && !_stopped)
        {
            for (var burst = 0; burst < MostAtOnce && _joined < options.Members && joins.TryTake(Now); burst++) Beat(_joined++);
            Listen(joins.NextDue);
        }
    }

    /// <summary>Says lines until every member has heard one: who has not, joins again, for a datagram may be lost.</summary>
    private void CallTheRoll()
    {
        Phase = "calling the roll";
        for (var call = 0; call < MostRollCalls && Accounts.HaveHeard < options.Members && !_stopped; call++)
        {
            if (call == RollCallsInVain && Accounts.HaveHeard == 0) break;
            if (call > 0) JoinAgain();
            SayOne();
            members.Flush();
            for (var until = Now + (long)options.GiveUp.TotalNanoseconds; Now < until && Accounts.HaveHeard < options.Members && !_stopped;)
                Listen(until);
        }

        if (Accounts.HaveHeard == 0 && !_stopped)
        {
            throw new ClientFault(ExitCode.Peer, _firstOther is null
                ? $"no member hears anything: is there a chat at {options.Target}?"
                : $"no member hears a message: the answer of {options.Target} is {PeerText.Line(_firstOther)}");
        }
    }

    private void JoinAgain()
    {
        for (var member = 0; member < options.Members && !_stopped; member++)
        {
            if (Accounts.HasHeard(member)) continue;
            Beat(member);
            if (member % MostAtOnce == 0) Listen(0);
        }

        members.Flush();
    }

    /// <summary>Says messages until a time, and then listens until all have arrived or been given up.</summary>
    private void Say(long until, long most = long.MaxValue)
    {
        var pace = options.Rate > 0 ? new Pace(Now, NanosecondsPerSecond / options.Rate) : null;
        while (Now is var now && now < until && Accounts.Sent < most && !_stopped)
        {
            for (var burst = 0; burst < MostAtOnce && Accounts.Flights.HasPlace && Accounts.Sent < most; burst++)
            {
                if (!(pace?.TryTake(now) ?? Accounts.Flights.Count < options.Window)) break;
                SayOne();
            }

            Listen(Math.Min(until, pace?.NextDue ?? long.MaxValue));
        }

        while (Accounts.Flights.Count > 0) Listen(long.MaxValue);
        HearTheRest();
    }

    /// <summary>What was given up may still come: it is late, and not lost.</summary>
    private void HearTheRest()
    {
        var (delivered, heardAt, until) = (Accounts.Delivered, Now, Now + MostLingering);
        while (Accounts.Delivered < Accounts.Expected && Now is var now && now < Math.Min(until, heardAt + Quiet))
        {
            Listen(heardAt + Quiet);
            if (Accounts.Delivered > delivered) (delivered, heardAt) = (Accounts.Delivered, Now);
        }
    }

    private void SayOne()
    {
        var now = Now;
        var number = Accounts.Say(now);
        LoadLine.Write(_line, run, number, now);
        Send((int)(number % options.Senders), _line);
    }

    /// <summary>Beats what is due, sends what waits, and takes some of what comes in until a time.</summary>
    private void Listen(long until)
    {
        var now = Now;
        BeatAll(now);
        members.Flush();
        until = Math.Min(until, Math.Min(_beats.NextDue, Accounts.Flights.NextGivenUpAt));
        var received = members.Receive(Math.Min(until - now, LongestWait));
        now = Now;
        for (var i = 0; i < received; i++)
            if (members.MemberOf(i) is var member && (uint)member < (uint)options.Members) Hear(member, members.DatagramOf(i), now);
        Accounts.Flights.Expire(now);
    }

    private void Hear(int member, ReadOnlySpan<byte> datagram, long now)
    {
        tap?.Received(members.EndpointOf(member), _hub, datagram);
        if (LoadLine.TryRead(datagram, run, out var number, out var saidAt) && number < Accounts.Flights.Next)
        {
            Accounts.Hear(member, number, saidAt, now);
            return;
        }

        Others++;
        _firstOther ??= datagram.ToArray();
    }

    private void BeatAll(long now)
    {
        if (now >= _silentAt) _beating = options.Loyal;
        for (var burst = 0; burst < MostAtOnce && _beats.TryTake(now); burst++)
            if ((int)((_beats.Taken - 1) % options.Members) is var member && member < Math.Min(_joined, _beating)) Beat(member);
    }

    private void Beat(int member)
    {
        Accounts.Sign(member, Now);
        Send(member, "^hb^"u8);
    }

    private void Send(int member, ReadOnlySpan<byte> datagram)
    {
        members.Send(member, datagram);
        tap?.Sent(members.EndpointOf(member), _hub, datagram);
    }

    private void Leave()
    {
        var leaves = new Pace(Now, NanosecondsPerSecond / LeavingPerSecond);
        for (var member = 0; member < _joined; member++)
        {
            while (!leaves.TryTake(Now))
            {
                members.Flush();
                members.Receive(leaves.NextDue - Now);
            }

            Send(member, "quit"u8);
        }

        members.Flush();
    }

    private void Linger()
    {
        var (heardAt, until) = (Now, Now + MostLingering);
        while (Now is var now && now < Math.Min(until, heardAt + Quiet))
            if (members.Receive(heardAt + Quiet - now) > 0) heardAt = now;
    }

    private long Lasting(TimeSpan duration) => Now + (long)duration.TotalNanoseconds;
}
