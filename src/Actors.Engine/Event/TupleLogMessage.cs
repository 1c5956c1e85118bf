using System.Runtime.CompilerServices;

namespace Akka.Event;

/// <summary>A log message of up to six arguments, held unboxed until somebody reads them.</summary>
internal sealed class TupleLogMessage<TArgs>(ILogMessageFormatter formatter, string format, TArgs args) : LogMessage(formatter, format)
    where TArgs : struct, ITuple
{
    public override string Unformatted() => string.Join(", ", Parameters());

    public override IEnumerable<object> Parameters()
    {
        for (var i = 0; i < args.Length; i++) yield return args[i]!;
    }

    public override string ToString() => Formatter.Format(Format, Parameters());
}
