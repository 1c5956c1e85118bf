using Actors.Datagrams;
using Actors.Hub;

namespace Actors.Server.Traffic;

/// <summary>The console's <c>explain</c>: one endpoint at a time.</summary>
internal sealed class Explainer(HubObservers observers, TextWriter output, TimeProvider time)
{
    private Explanation? _explanation;

    /// <summary>Explains an endpoint from now on, and no other.</summary>
    public void Start(EndpointKey endpoint)
    {
        Stop();
        output.WriteLine($"explaining {endpoint}; explain off ends it");
        _explanation = new Explanation(endpoint, output, time);
        observers.Add(_explanation);
    }

    /// <summary>Ends it, or says that there is nothing to end.</summary>
    public void End()
    {
        if (!Stop())
            output.WriteLine("nothing is being explained; write explain IP:PORT");
    }

    private bool Stop()
    {
        if (_explanation is not { } ended)
            return false;

        _explanation = null;
        observers.Remove(ended);
        ended.Dispose();
        output.WriteLine($"explained {ended.Endpoint}: {ended.Seen} datagram{(ended.Seen == 1 ? "" : "s")}"
            + (ended.Hidden > 0 ? $", {ended.Hidden} not shown" : ""));
        return true;
    }
}
