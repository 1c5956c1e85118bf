using System.Globalization;

namespace Akka.Actor;

/// <summary>
/// Where an actor lives: the names from the root down. Equality and order look at the names and the address, not at the uid, which
/// tells incarnations apart.
/// </summary>
public abstract class ActorPath : IEquatable<ActorPath>, IComparable<ActorPath>
{
    /// <summary>What a name may hold beside ASCII letters and digits.</summary>
    public static readonly string ValidSymbols = "\"-_.*$+:@&=,!~';()";

    private readonly Address _address;

    private protected ActorPath(Address address, string name)
    {
        _address = address;
        Parent = this;
        Name = name;
    }

    private protected ActorPath(ActorPath parentPath, string name, long uid)
    {
        _address = parentPath._address;
        Parent = parentPath;
        Name = name;
        Uid = uid;
    }

    /// <summary>The system's address.</summary>
    public Address Address => _address;

    /// <summary>The last name; empty for the root.</summary>
    public string Name { get; }

    /// <summary>The path above; the root's is the root.</summary>
    public ActorPath Parent { get; }

    /// <summary>Which incarnation; 0 for none in particular.</summary>
    public long Uid { get; }

    /// <summary>How many names lie below the root.</summary>
    public int Depth => IsRoot ? 0 : Parent.Depth + 1;

    /// <summary>The root of this path's system.</summary>
    public ActorPath Root => IsRoot ? this : Parent.Root;

    /// <summary>The path of a depth, 0 for the root's; of so many names less where negative. Itself where it is no deeper.</summary>
    public ActorPath ParentOf(int depth)
    {
        var path = this;
        for (var left = depth < 0 ? -depth : Depth - depth; left > 0; left--) path = path.Parent;
        return path;
    }

    /// <summary>The names from the root down, without the root's own.</summary>
    public IReadOnlyList<string> Elements
    {
        get
        {
            if (IsRoot) return [];
            var names = new string[Depth];
            var path = this;
            for (var i = names.Length - 1; i >= 0; i--, path = path.Parent) names[i] = path.Name;
            return names;
        }
    }

    private bool IsRoot => ReferenceEquals(Parent, this);

    private string WithUidBehind(string path) =>
        Uid == ActorCell.UndefinedUid ? path : string.Create(CultureInfo.InvariantCulture, $"{path}#{Uid}");

    /// <summary>True where <paramref name="s"/> may name an actor: not empty, no leading <c>$</c>, only letters, digits, <see cref="ValidSymbols"/> and %XX.</summary>
    public static bool IsValidPathElement(string s)
    {
        if (string.IsNullOrEmpty(s) || s[0] == '$') return false;
        for (var i = 0; i < s.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(s[i]) || ValidSymbols.Contains(s[i])) continue;
            if (s[i] != '%' || i + 2 >= s.Length || !char.IsAsciiHexDigit(s[i + 1]) || !char.IsAsciiHexDigit(s[i + 2])) return false;
            i += 2;
        }

        return true;
    }

    /// <summary>The path of a child.</summary>
    public ActorPath Child(string childName) => this / childName;

    /// <summary>The same path with another uid.</summary>
    public ActorPath WithUid(long uid) => uid == Uid || IsRoot ? this : new ChildActorPath(Parent, Name, uid);

    /// <summary>Appends one name; an empty one changes nothing, and <c>#uid</c> behind it is taken off.</summary>
    public static ActorPath operator /(ActorPath path, string name)
    {
        if (string.IsNullOrEmpty(name)) return path;
        var hash = name.IndexOf('#');
        return hash < 0
            ? new ChildActorPath(path, name, ActorCell.UndefinedUid)
            : new ChildActorPath(path, name[..hash], long.Parse(name.AsSpan(hash + 1), CultureInfo.InvariantCulture));
    }

    /// <summary>Appends names.</summary>
    public static ActorPath operator /(ActorPath path, IEnumerable<string> name) => name.Aggregate(path, (p, n) => p / n);

    /// <summary>The text <c>/a/b</c> of path elements.</summary>
    public static string FormatPathElements(IEnumerable<string> pathElements) => "/" + string.Join('/', pathElements);

    /// <summary>Parses <c>akka://system/user/name</c>. Throws <see cref="UriFormatException"/>.</summary>
    public static ActorPath Parse(string path) =>
        TryParse(path, out var parsed) ? parsed! : throw new UriFormatException($"Can not parse an ActorPath: {path}");

    /// <summary>Parses a full path, <c>#uid</c> included.</summary>
    public static bool TryParse(string path, out ActorPath? actorPath)
    {
        actorPath = null;
        if (!Address.TryParse(path, out var address)) return false;
        var scheme = path.IndexOf("://", StringComparison.Ordinal);
        var slash = path.IndexOf('/', scheme + 3);
        actorPath = new RootActorPath(address!);
        if (slash < 0) return true;
        try
        {
            actorPath /= path[(slash + 1)..].Split('/');
            return true;
        }
        catch (FormatException)
        {
            actorPath = null;
            return false;
        }
    }

    /// <summary>Parses the address of a full path.</summary>
    public static bool TryParseAddress(string path, out Address? address) => Address.TryParse(path, out address);

    /// <inheritdoc />
    public override string ToString() => ToStringWithAddress();

    /// <summary>The path without its address: <c>/user/name</c>.</summary>
    public string ToStringWithoutAddress() => IsRoot ? RootText : Join("");

    /// <summary>The path with its own address.</summary>
    public string ToStringWithAddress() => ToStringWithAddress(_address);

    /// <summary>The path with this address where its own has no host.</summary>
    public string ToStringWithAddress(Address address)
    {
        var prefix = (_address.HasGlobalScope ? _address : address).ToString();
        return IsRoot ? prefix + RootText : Join(prefix);
    }

    /// <summary>The path with <c>#uid</c> behind it.</summary>
    public string ToStringWithUid() => WithUidBehind(ToStringWithAddress());

    /// <summary>The path as another process would need it.</summary>
    public string ToSerializationFormat() => ToStringWithUid();

    /// <summary>The path as another process would need it, with an address where its own has no host.</summary>
    public string ToSerializationFormatWithAddress(Address address) => WithUidBehind(ToStringWithAddress(address));

    /// <inheritdoc />
    public bool Equals(ActorPath? other)
    {
        if (other is null || Depth != other.Depth) return false;
        for (ActorPath a = this, b = other; ; a = a.Parent, b = b.Parent)
        {
            if (ReferenceEquals(a, b)) return true;
            if (a.Name != b.Name) return false;
            if (a.IsRoot) return a._address.Equals(b._address);
        }
    }

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ActorPath other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        for (var path = this; !path.IsRoot; path = path.Parent) hash.Add(path.Name);
        hash.Add(_address);
        return hash.ToHashCode();
    }

    /// <inheritdoc />
    public int CompareTo(ActorPath? other)
    {
        if (other is null) return 1;
        var byAddress = _address.CompareTo(other._address);
        if (byAddress != 0) return byAddress;
        var mine = Elements;
        var theirs = other.Elements;
        for (var i = 0; i < Math.Min(mine.Count, theirs.Count); i++)
        {
            var byName = string.CompareOrdinal(mine[i], theirs[i]);
            if (byName != 0) return byName;
        }

        return mine.Count.CompareTo(theirs.Count);
    }

    /// <summary>Equality by address and names.</summary>
    public static bool operator ==(ActorPath? left, ActorPath? right) => Equals(left, right);

    /// <summary>Inequality by address and names.</summary>
    public static bool operator !=(ActorPath? left, ActorPath? right) => !Equals(left, right);

    private string RootText => Name.Length == 0 ? "/" : Name;

    private string Join(string prefix) => prefix + FormatPathElements(Elements);
}
