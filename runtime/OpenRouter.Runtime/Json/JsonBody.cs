using System.ComponentModel;
using System.Text.Json;

namespace OpenRouter.Runtime.Json;

/// <summary>A request body that is no model: a list, a map or a scalar.</summary>
/// <param name="write">Writes the one value of the body.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonBody(Action<Utf8JsonWriter> write) : IJsonWritable
{
    private readonly Action<Utf8JsonWriter> _write = write ?? throw new ArgumentNullException(nameof(write));

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter writer) => _write(writer);
}
