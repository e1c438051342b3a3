using System.ComponentModel;
using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>
/// A member of a chunk that is rarely asked for. It is the JSON that came until then, so that a native program that never asks does not hold
/// what reads it. Emitted code keeps it.
/// </summary>
/// <typeparam name="T">The type of the member.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LateMember<T> : IJsonWritable, IHeldJson
    where T : class
{
    private readonly byte[] _json;
    private T? _value;

    internal LateMember(byte[] json, T? value) => (_json, _value) = (json, value);

    internal byte[] Json => _json;

    /// <inheritdoc/>
    byte[] IHeldJson.Json => _json;

    /// <summary>The member, read now if it was not asked for before.</summary>
    /// <exception cref="JsonException">What came does not fit the type.</exception>
    public T? Get(ItemReader<T> reader) => _value ??= JsonModel.Parse(_json, reader);

    /// <summary>Writes the JSON with the escapes of the writer.</summary>
    public void WriteTo(JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        JsonRewriting.Write(writer, _json);
    }
}
