namespace Akka.Actor;

/// <summary>Names the engine gives: <c>$a</c>, <c>$b</c>, … <c>$ba</c>: a number in 64 digits, the lowest first.</summary>
internal static class ActorNames
{
    private const string Digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+~";

    internal static string Temporary(long number)
    {
        // 64 bits in digits of 6 bits: at most 11 of them, and the $.
        Span<char> name = stackalloc char[12];
        var length = 0;
        name[length++] = '$';
        do
        {
            name[length++] = Digits[(int)(number & 63)];
            number >>>= 6;
        }
        while (number != 0);
        return name[..length].ToString();
    }
}
