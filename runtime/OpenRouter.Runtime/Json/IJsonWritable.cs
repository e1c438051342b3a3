namespace OpenRouter.Runtime.Json;

/// <summary>A type that writes itself as JSON without metadata or reflection.</summary>
public interface IJsonWritable
{
    /// <summary>Writes the value, exactly one, to <paramref name="writer"/>.</summary>
    void WriteTo(JsonWriter writer);
}
