namespace Actors.Server.Options;

/// <summary>What <c>--capture</c> and its kin ask for.</summary>
/// <param name="File">Where to.</param>
/// <param name="FileBytes">How long a file becomes.</param>
/// <param name="Files">How many files are kept.</param>
internal sealed record CaptureSetting(string File, long FileBytes, int Files);
