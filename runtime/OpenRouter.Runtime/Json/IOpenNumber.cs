namespace OpenRouter.Runtime.Json;

/// <summary>A set of whole numbers with known members that keeps unknown ones as they came.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IOpenNumber<TSelf>
    where TSelf : struct, IOpenNumber<TSelf>
{
    /// <summary>The number of the wire.</summary>
    long Value { get; }

    /// <summary>Whether <see cref="Value"/> was known when this type was made.</summary>
    bool IsKnown { get; }

    /// <summary>Wraps any number, known or not.</summary>
    static abstract TSelf FromValue(long value);
}
