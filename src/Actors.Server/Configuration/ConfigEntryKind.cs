namespace Actors.Server.Configuration;

/// <summary>What stands behind a key in a configuration text.</summary>
internal enum ConfigEntryKind
{
    /// <summary>A text, number or the like.</summary>
    Value,

    /// <summary>An array; the keys of objects in it are not told of.</summary>
    Array,

    /// <summary>An object with keys of its own.</summary>
    Group,

    /// <summary>Nothing but one <c>${path}</c>, which may stand for either.</summary>
    Reference,
}
