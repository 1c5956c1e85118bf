namespace Actors.Engine.Simulation;

/// <summary>Numbers that a seed decides, the same on every machine and runtime. (SplitMix64; G. Steele, D. Lea, C. Flood, 2014.)</summary>
internal sealed class SeededDice(long seed)
{
    private ulong _state = unchecked((ulong)seed);

    /// <summary>A number of 0 to below <paramref name="sides"/>. The error against a fair one is below sides / 2^32.</summary>
    internal int Next(int sides)
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = _state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            mixed ^= mixed >> 31;
            return (int)(((mixed >> 32) * (uint)sides) >> 32);
        }
    }
}
