using System.Runtime.CompilerServices;

namespace Actors.Datagrams;

/// <summary>
/// What became of the datagrams of one call, payloads times destinations in sum: how many were sent, and how many refused, by reason.
/// </summary>
public struct SendSummary
{
    private Counts _counts;

    /// <summary>How many the system took.</summary>
    public readonly int Sent => _counts[(int)SendRefusal.None];

    /// <summary>How many it refused, for any reason.</summary>
    public readonly int Refused
    {
        get
        {
            var refused = 0;
            for (var i = (int)SendRefusal.None + 1; i < Counts.Length; i++)
            {
                refused += _counts[i];
            }

            return refused;
        }
    }

    /// <summary>How many had this outcome; <see cref="SendRefusal.None"/> for those sent.</summary>
    /// <param name="refusal">The outcome.</param>
    public readonly int this[SendRefusal refusal] => _counts[(int)refusal];

    /// <summary>Counts outcomes; for those who write an <see cref="IDatagramSocket"/>.</summary>
    /// <param name="refusal">The outcome.</param>
    /// <param name="count">How many, 0 or more.</param>
    public void Add(SendRefusal refusal, int count = 1) => _counts[(int)refusal] += count;

    [InlineArray(Length)]
    private struct Counts
    {
        public const int Length = (int)SendRefusal.Other + 1;
        private int _first;
    }
}
