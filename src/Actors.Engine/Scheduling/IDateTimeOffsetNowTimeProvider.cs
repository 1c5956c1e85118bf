namespace Akka.Actor;

/// <summary>Marks a time provider whose <see cref="ITimeProvider.Now"/> is real time, and not virtual.</summary>
public interface IDateTimeOffsetNowTimeProvider : ITimeProvider;
