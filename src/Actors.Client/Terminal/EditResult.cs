namespace Actors.Client.Terminal;

/// <summary>What a key did to the line being typed.</summary>
internal enum EditResult
{
    Nothing,
    Changed,
    Submitted,
    EndOfInput,
}
