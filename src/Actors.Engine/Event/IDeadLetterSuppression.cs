namespace Akka.Event;

/// <summary>Marks a message whose death is no news: it becomes a <see cref="SuppressedDeadLetter"/> and is not logged.</summary>
public interface IDeadLetterSuppression;
