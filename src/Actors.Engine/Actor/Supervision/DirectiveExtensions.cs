namespace Akka.Actor;

/// <summary>Entries of a decider's table.</summary>
public static class DirectiveExtensions
{
    /// <summary><c>Directive.Restart.When&lt;ArithmeticException&gt;()</c>.</summary>
    public static KeyValuePair<Type, Directive> When<TException>(this Directive self) where TException : Exception => new(typeof(TException), self);
}
