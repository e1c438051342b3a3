using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace OpenRouter.Runtime.Json;

/// <summary>Members of an object that its type does not know, in the order in which they came. They are written back.</summary>
public sealed class JsonExtras : IReadOnlyDictionary<string, JsonElement>
{
    private readonly List<string> _names = [];
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public int Count => _names.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _names;

    /// <inheritdoc/>
    public IEnumerable<JsonElement> Values => _names.Select(name => _members[name]);

    /// <summary>Gets a member, or sets it; a new one goes to the end.</summary>
    public JsonElement this[string key]
    {
        get => _members[key];
        set
        {
            if (_members.TryAdd(key, value))
            {
                _names.Add(key);
                return;
            }

            _members[key] = value;
        }
    }

    /// <summary>Adds the value the reader stands on; the last one of a name wins.</summary>
    public void Read(string name, ref JsonReader reader) => this[name] = RawJson.Element(ref reader);

    /// <summary>Sets a member to a model, such as one of a newer schema.</summary>
    public void Set(string name, IJsonWritable value) => this[name] = JsonModel.ToElement(value);

    /// <summary>Sets a member to text.</summary>
    public void Set(string name, string? value) => this[name] = JsonModel.ToElement(writer => writer.WriteStringValue(value));

    /// <summary>Sets a member to a whole number.</summary>
    public void Set(string name, long value) => this[name] = JsonModel.ToElement(writer => writer.WriteNumberValue(value));

    /// <summary>Sets a member to a number.</summary>
    public void Set(string name, double value) => this[name] = JsonModel.ToElement(writer => writer.WriteNumberValue(value));

    /// <summary>Sets a member to a truth value.</summary>
    public void Set(string name, bool value) => this[name] = JsonModel.ToElement(writer => writer.WriteBooleanValue(value));

    /// <summary>Writes the members into the object that is open.</summary>
    public void WriteTo(JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var name in _names)
        {
            writer.WritePropertyName(name);
            JsonWrite.Element(writer, _members[name]);
        }
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _members.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value) => _members.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator()
    {
        foreach (var name in _names)
        {
            yield return new(name, _members[name]);
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
