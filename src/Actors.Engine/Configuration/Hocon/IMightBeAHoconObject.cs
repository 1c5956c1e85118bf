namespace Akka.Configuration.Hocon;

/// <summary>Something that may stand for an object, which is known only when substitutions are resolved.</summary>
public interface IMightBeAHoconObject
{
    /// <summary>True if this is, or stands for, an object.</summary>
    bool IsObject();

    /// <summary>The object; null where this is none.</summary>
    HoconObject? GetObject();
}
