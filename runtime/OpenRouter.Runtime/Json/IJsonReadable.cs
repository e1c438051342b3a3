namespace OpenRouter.Runtime.Json;

/// <summary>A type that reads itself from JSON without metadata or reflection.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IJsonReadable<TSelf>
    where TSelf : IJsonReadable<TSelf>
{
    /// <summary>
    /// Reads one value. The reader stands on the first token of the value and is left on its last token.
    /// Never called on a null token.
    /// </summary>
    static abstract TSelf ReadFrom(ref JsonReader reader);
}
