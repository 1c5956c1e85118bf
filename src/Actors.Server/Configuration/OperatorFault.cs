namespace Actors.Server.Configuration;

/// <summary>
/// What the operator must mend before the hub starts, told in one line: where it stands, what is wrong, what to do about it.
/// </summary>
/// <param name="Where">A file with its line (<c>hub.conf:7</c>), an option, or a listener; never empty.</param>
/// <param name="What">What is wrong, naming the key where there is one.</param>
/// <param name="Mend">What to do, as an imperative.</param>
/// <param name="ExitCode">See <see cref="ExitCodes"/>.</param>
internal sealed record OperatorFault(string Where, string What, string Mend, int ExitCode = ExitCodes.BadConfiguration)
{
    /// <summary>The line for standard error; whatever the parts hold, it is one line of printable characters.</summary>
    public override string ToString() => OneLine.Of($"error: {Where}: {What}; {Mend}");
}
