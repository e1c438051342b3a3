using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace OpenRouter.Runtime.Json;

/// <summary>Members of an object that its type does not know, in the order in which they came. They are written back.</summary>
public sealed class JsonExtras : IReadOnlyDictionary<string, JsonElement>
{
    private readonly List<Member> _members = [];
    private readonly Dictionary<string, Member> _byName = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public int Count => _members.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys
    {
        get
        {
            foreach (var member in _members)
            {
                yield return member.Name;
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerable<JsonElement> Values
    {
        get
        {
            foreach (var member in _members)
            {
                yield return member.Value;
            }
        }
    }

    /// <summary>Gets a member, or sets it; a new one goes to the end.</summary>
    public JsonElement this[string key]
    {
        get => _byName[key].Value;
        set
        {
            if (_byName.TryGetValue(key, out var known))
            {
                known.Value = value;
                return;
            }

            var member = new Member(key, value);
            _byName.Add(key, member);
            _members.Add(member);
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
        foreach (var member in _members)
        {
            writer.WritePropertyName(member.Name);
            JsonWrite.Element(writer, member.Value);
        }
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _byName.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value)
    {
        var isKnown = _byName.TryGetValue(key, out var member);
        value = member?.Value ?? default;
        return isKnown;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator()
    {
        foreach (var member in _members)
        {
            yield return new(member.Name, member.Value);
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A member. A class: a dictionary of structs is compiled anew for each.</summary>
    private sealed class Member(string name, JsonElement value)
    {
        public string Name { get; } = name;

        public JsonElement Value { get; set; } = value;
    }
}
