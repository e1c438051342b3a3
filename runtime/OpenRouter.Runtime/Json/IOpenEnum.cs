namespace OpenRouter.Runtime.Json;

/// <summary>A set of strings with known members that keeps unknown ones as they came.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IOpenEnum<TSelf>
    where TSelf : struct, IOpenEnum<TSelf>
{
    /// <summary>The text of the wire.</summary>
    string Value { get; }

    /// <summary>Whether <see cref="Value"/> was known when this type was made.</summary>
    bool IsKnown { get; }

    /// <summary>Wraps any text, known or not.</summary>
    static abstract TSelf FromValue(string value);
}
