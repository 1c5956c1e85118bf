namespace Akka.Configuration.Hocon;

/// <summary>A piece of a HOCON value: a literal, an array, an object or a substitution.</summary>
public interface IHoconElement
{
    /// <summary>True for text: a literal, or a substitution that stands for one.</summary>
    bool IsString();

    /// <summary>The text of this piece; null where it is none.</summary>
    string? GetString();

    /// <summary>True for an array, or a substitution that stands for one.</summary>
    bool IsArray();

    /// <summary>The elements of this piece; empty where it is no array.</summary>
    IList<HoconValue> GetArray();
}
