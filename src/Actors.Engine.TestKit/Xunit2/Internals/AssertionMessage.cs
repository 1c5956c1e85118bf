namespace Akka.TestKit.Xunit2.Internals;

internal static class AssertionMessage
{
    /// <summary>Formats as string.Format, which a message without arguments is not put through; a format that does not fit is shown as it is.</summary>
    public static string Of(string format, object?[]? args)
    {
        if (args is null or []) return format;
        try
        {
            return string.Format(format, args);
        }
        catch (FormatException)
        {
            return $"""[Could not string.Format("{format}", {string.Join(", ", args)})]""";
        }
    }
}
