using System.Text;
using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>One entry of the reasoning to send back, growing by fragments.</summary>
internal sealed class ReasoningEntry
{
    private readonly JsonExtras _members;
    private readonly Dictionary<string, StringBuilder> _texts = new(StringComparer.Ordinal);

    public ReasoningEntry(ReasoningFragment first) => _members = first.Members;

    /// <summary>Takes a fragment that continues this entry.</summary>
    public void Extend(ReasoningFragment fragment)
    {
        foreach (var (name, value) in fragment.Members)
        {
            if (value.ValueKind == JsonValueKind.Null && _members.ContainsKey(name))
            {
                continue;
            }

            switch (name)
            {
                case "text" or "summary" when value.ValueKind == JsonValueKind.String:
                    Grow(name, value.GetString()!);
                    break;
                case "id" or "format" or "type" or "index" when HasValue(name):
                    break;
                default:
                    _members[name] = value;
                    break;
            }
        }
    }

    /// <summary>Whether a member of that name is there, be it null.</summary>
    public bool Has(string name) => _members.ContainsKey(name);

    /// <summary>Whether a member of that name is there and not null.</summary>
    public bool HasValue(string name) => _members.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>Lengthens a text member.</summary>
    public void Grow(string name, string more)
    {
        if (!_texts.TryGetValue(name, out var text))
        {
            var first = _members.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : "";
            _texts[name] = text = new StringBuilder(first);
            if (!_members.ContainsKey(name))
            {
                _members.Set(name, "");
            }
        }

        text.Append(more);
    }

    /// <summary>Takes a newer form of the same entry.</summary>
    public void Replace(ReasoningFragment fragment)
    {
        foreach (var (name, value) in fragment.Members)
        {
            if (value.ValueKind != JsonValueKind.Null)
            {
                _members[name] = value;
            }
        }
    }

    public JsonElement ToElement() => JsonModel.ToElement(writer =>
    {
        writer.WriteStartObject();
        foreach (var (name, value) in _members)
        {
            writer.WritePropertyName(name);
            if (_texts.TryGetValue(name, out var text))
            {
                writer.WriteStringValue(text.ToString());
                continue;
            }

            JsonWrite.Element(writer, value);
        }

        writer.WriteEndObject();
    });
}
