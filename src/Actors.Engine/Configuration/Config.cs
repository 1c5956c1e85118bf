using Akka.Configuration.Hocon;

namespace Akka.Configuration;

/// <summary>
/// Values by path, and a configuration to fall back to for paths that are missing. It does not change: what combines two makes a third.
/// </summary>
/// <remarks>
/// Falling back costs nothing until something is looked up; then the objects that both sides have are merged, once. Where one side has an
/// object and the other something else, the upper one hides the lower. Substitutions keep to the text in which they were written.
/// </remarks>
public partial class Config
{
    /// <summary>The configuration that holds nothing.</summary>
    public static readonly Config Empty = new();

    private readonly HoconValue _own;
    private HoconValue? _merged; // set more than once by threads that race, to equal values

    /// <summary>A configuration that holds nothing.</summary>
    public Config()
        : this(new HoconRoot(HoconValue.Of(new HoconObject())))
    {
    }

    /// <summary>What was parsed, without anything to fall back to.</summary>
    public Config(HoconRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(root.Value);
        _own = root.Value;
        Substitutions = root.Substitutions;
    }

    /// <summary>One configuration over another.</summary>
    public Config(Config source, Config? fallback)
    {
        ArgumentNullException.ThrowIfNull(source);
        _own = source._own;
        Substitutions = source.Substitutions;
        // What it falls back to already is not put behind itself again.
        Fallback = source.Fallback is null || ReferenceEquals(source.Fallback, fallback) ? fallback : source.Fallback.WithFallback(fallback);
    }

    /// <summary>Where paths are looked up that this configuration itself lacks; null if nowhere.</summary>
    public Config? Fallback { get; }

    /// <summary>All values, those of the fallback included.</summary>
    public HoconValue Root => Fallback is null ? _own : _merged ??= HoconObject.Overlay(_own, Fallback.Root);

    /// <summary>The substitutions that were read with this configuration itself.</summary>
    public IEnumerable<HoconSubstitution> Substitutions { get; }

    /// <summary>True if there is no value at all.</summary>
    public bool IsEmpty => _own.IsEmpty && Fallback.IsNullOrEmpty();

    /// <summary>HOCON becomes a configuration.</summary>
    public static implicit operator Config(string? str) => ConfigurationFactory.ParseString(str);

    /// <summary>A configuration over HOCON to fall back to.</summary>
    public static Config operator +(Config config, string fallback) => config.WithFallback(ConfigurationFactory.ParseString(fallback));

    /// <summary>HOCON over a configuration to fall back to.</summary>
    public static Config operator +(string configHocon, Config fallbackConfig) =>
        ConfigurationFactory.ParseString(configHocon).WithFallback(fallbackConfig);

    /// <summary>This configuration over another; null and the empty one change nothing.</summary>
    /// <exception cref="ArgumentException">It is this very configuration.</exception>
    public virtual Config WithFallback(Config? fallback)
    {
        if (fallback.IsNullOrEmpty())
        {
            return this;
        }

        if (ReferenceEquals(fallback, this))
        {
            throw new ArgumentException("A configuration cannot fall back to itself", nameof(fallback));
        }

        return IsEmpty ? fallback : Copy(fallback);
    }

    /// <summary>The same configuration, with one more to fall back to if that is given.</summary>
    protected Config Copy(Config? fallback = null) => new(this, fallback);

    /// <summary>True if there is a value at the path, even if it is null.</summary>
    public virtual bool HasPath(string path) => GetValue(path) is not null;

    /// <summary>
    /// The value at a path of keys with dots between them; null if there is none. Keys that hold dots stand in double quotes.
    /// </summary>
    public HoconValue? GetValue(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return HoconPath.Find(Root, path);
    }

    /// <summary>The part of this configuration below a path; null if there is none.</summary>
    public virtual Config? GetConfig(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var own = HoconPath.Find(_own, path);
        if (Fallback is null)
        {
            return own?.ToConfig();
        }

        var inherited = GetValue(path) is { } all && (own is null || all.IsObject()) ? Fallback.GetConfig(path) : null;
        return own is null ? inherited : own.ToConfig().WithFallback(inherited);
    }

    /// <summary>The members at the root, those of the fallback last.</summary>
    public virtual IEnumerable<KeyValuePair<string, HoconValue>> AsEnumerable() => Root.GetObject()?.Items.AsEnumerable() ?? [];

    /// <summary>The values of this configuration itself, without those of the fallback, as HOCON that can be parsed again.</summary>
    public override string ToString() => ToString(false);

    /// <summary>The values as HOCON that can be parsed again, with or without those of the fallback.</summary>
    public string ToString(bool includeFallback) => (includeFallback ? Root : _own).ToString();
}
