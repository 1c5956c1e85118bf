namespace Actors.Hub.Services;

/// <summary>How a service meets the first datagram of an endpoint.</summary>
public enum Reception
{
    /// <summary>It does nothing: the endpoint stays a stranger.</summary>
    Unwanted,

    /// <summary>The endpoint joins, and gets payloads as they are.</summary>
    Plain,

    /// <summary>The endpoint joins in line mode: every payload to it ends with a newline.</summary>
    Lines,
}
