namespace Actors.Server.Options;

/// <summary>One <c>--set KEY=VALUE</c>.</summary>
/// <param name="Key">The key's full path.</param>
/// <param name="Value">The value as it was given.</param>
internal sealed record Setting(string Key, string Value)
{
    /// <summary>Reads <c>KEY=VALUE</c>; the first <c>=</c> parts them, so that a value may hold more.</summary>
    public static bool TryParse(string text, out Setting setting)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        setting = equals < 1 ? new Setting("", "") : new Setting(text[..equals].Trim(), text[(equals + 1)..].Trim());
        return setting.Key.Length > 0;
    }

    /// <summary>As the operator wrote it.</summary>
    public override string ToString() => $"--set {Key}={Value}";
}
