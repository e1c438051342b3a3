using System.ComponentModel;

namespace OpenRouter.Runtime.Json;

/// <summary>A request body that is no model: a list, a map or a scalar.</summary>
/// <param name="write">Writes the one value of the body.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonBody(Action<JsonWriter> write) : IJsonWritable
{
    private readonly Action<JsonWriter> _write = write ?? throw new ArgumentNullException(nameof(write));

    /// <inheritdoc/>
    public void WriteTo(JsonWriter writer) => _write(writer);
}
