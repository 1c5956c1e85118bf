namespace Akka.Hosting;

/// <summary>How HOCON that is added meets the HOCON that is there already.</summary>
public enum HoconAddMode
{
    /// <summary>It only fills what is not set yet: what is there wins.</summary>
    Append,

    /// <summary>It wins over what is there, which fills the rest.</summary>
    Prepend,

    /// <summary>What was there is forgotten.</summary>
    Replace,
}
