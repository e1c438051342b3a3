namespace OpenRouter.Runtime.Annotations;

/// <summary>Marks a method that sends a request.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class SendingMethodAttribute : Attribute
{
    /// <summary>Whether the method hands out a stream.</summary>
    public bool Streams { get; init; }
}
