using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Actors.Client.Text;

/// <summary>
/// One line of <c>--json</c>: an object whose first property is <c>event</c>. A datagram is written as <c>text</c> when it is UTF-8, else
/// as <c>hex</c>, with its length in <c>bytes</c>. Control and formatting characters are escaped: safe to print.
/// </summary>
internal sealed class JsonLine
{
    private static readonly JsonWriterOptions Options = new() { Encoder = MakeEncoder() };
    private readonly List<Action<Utf8JsonWriter>> _properties = [];

    private JsonLine()
    {
    }

    public static JsonLine Of(string name) => new JsonLine().With("event", name);

    /// <summary>An object that is the value of a property: without an event.</summary>
    public static JsonLine Part() => new();

    public JsonLine With(string name, string? value) => Add(writer => writer.WriteString(name, value));

    public JsonLine With(string name, long value) => Add(writer => writer.WriteNumber(name, value));

    public JsonLine With(string name, bool value) => Add(writer => writer.WriteBoolean(name, value));

    /// <summary>A time span in milliseconds with three decimals; null where there is none.</summary>
    public JsonLine With(string name, TimeSpan? value) => Add(writer =>
    {
        if (value is { } span) writer.WriteNumber(name, Math.Round((decimal)span.TotalMilliseconds, 3));
        else writer.WriteNull(name);
    });

    public JsonLine With(string name, double value) => Add(writer => writer.WriteNumber(name, value));

    /// <summary>An object, or null.</summary>
    public JsonLine With(string name, JsonLine? part) => Add(writer =>
    {
        writer.WritePropertyName(name);
        if (part is null) writer.WriteNullValue();
        else part.Write(writer);
    });

    /// <summary>The datagram's length and content.</summary>
    /// <param name="datagram">Its bytes.</param>
    /// <param name="hex">Hexadecimal also where it is UTF-8.</param>
    public JsonLine WithDatagram(byte[] datagram, bool hex = false)
    {
        With("bytes", datagram.Length);
        var isText = Utf8.IsValid(datagram);
        if (isText) With("text", Encoding.UTF8.GetString(datagram));
        return hex || !isText ? With("hex", Convert.ToHexStringLower(datagram)) : this;
    }

    public override string ToString()
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Options)) Write(writer);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var property in _properties) property(writer);
        writer.WriteEndObject();
    }

    private JsonLine Add(Action<Utf8JsonWriter> property)
    {
        _properties.Add(property);
        return this;
    }

    // Letters of every script as they are; what a terminal would obey as \uNNNN. The encoder escapes controls and separators by itself.
    private static JavaScriptEncoder MakeEncoder()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        for (var c = '\0'; c < char.MaxValue; c++)
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format) settings.ForbidCharacter(c);
        return JavaScriptEncoder.Create(settings);
    }
}
