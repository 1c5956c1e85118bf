namespace Actors.Client.Measuring;

/// <summary>How good a finding is.</summary>
internal enum FindingKind
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Neither: what cannot be known, or is only worth knowing.</summary>
    Note,

    /// <summary>Why it does not work.</summary>
    Bad,
}
