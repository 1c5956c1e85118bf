namespace Akka.Event;

/// <summary>The class that stands for log sources which are only a text.</summary>
public class DummyClassForStringSources;
