using System.Text;
using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>
/// One entry to send back, growing by fragments. One that came whole stays the bytes that it was; the first change parts it
/// into its members, of which all but the changed ones stay as they were.
/// </summary>
/// <param name="json">The entry as it came.</param>
internal sealed class ReasoningEntry(ReadOnlySpan<byte> json)
{
    private byte[] _json = json.ToArray();
    private JsonExtras? _members;
    private Dictionary<string, StringBuilder>? _texts;

    private JsonExtras Members => _members ??= Part();

    /// <summary>How many members it has.</summary>
    public int Count => Members.Count;

    /// <summary>Takes a fragment that continues this entry: its texts are appended, its first id and format count.</summary>
    public void Extend(ReadOnlySpan<byte> fragment)
    {
        foreach (var (name, value) in Read(fragment))
        {
            if (value.ValueKind == JsonValueKind.Null && Members.ContainsKey(name))
            {
                continue;
            }

            switch (name)
            {
                case "text" or "summary" when value.ValueKind == JsonValueKind.String:
                    Grow(name, Piece(value));
                    break;
                case "text" or "summary" or "id" or "format" or "type" or "index" when HasValue(name):
                    break;
                default:
                    Set(name, value);
                    break;
            }
        }
    }

    /// <summary>Whether a member of that name is there, be it null.</summary>
    public bool Has(string name) => Members.ContainsKey(name);

    /// <summary>Whether a member of that name is there and not null.</summary>
    public bool HasValue(string name) => Members.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>Lengthens a text member.</summary>
    public void Grow(string name, string more)
    {
        _texts ??= new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        if (!_texts.TryGetValue(name, out var text))
        {
            var first = Members.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? Piece(value) : "";
            _texts[name] = text = new StringBuilder(first);
            Members.Set(name, "");
        }

        text.Append(more);
    }

    /// <summary>Takes a newer form of the same entry.</summary>
    public void Replace(ReadOnlySpan<byte> newer)
    {
        if (_members is null && newer.SequenceEqual(_json))
        {
            return;
        }

        foreach (var (name, value) in Read(newer))
        {
            if (value.ValueKind != JsonValueKind.Null)
            {
                Set(name, value);
            }
        }
    }

    /// <summary>Sets a member to a value.</summary>
    public void Set(string name, JsonElement value) => Members[name] = value;

    /// <summary>The entry in a form that can be sent and read; text that is no Unicode was replaced.</summary>
    public JsonElement ToElement()
    {
        var reader = new JsonReader(_members is null ? _json : Join(_members));
        reader.Read();
        return RawJson.Element(ref reader);
    }

    private static string Piece(JsonElement text)
    {
        var reader = new JsonReader(Encoding.UTF8.GetBytes(text.GetRawText()));
        reader.Read();
        return JsonText.DecodePiece(ref reader);
    }

    private JsonExtras Part()
    {
        var members = Read(_json);
        _json = [];
        return members;
    }

    /// <summary>The members, unlike those of a model with the bytes that they had: half a surrogate pair may meet the other half.</summary>
    private static JsonExtras Read(ReadOnlySpan<byte> json)
    {
        var members = new JsonExtras();
        var reader = new JsonReader(json);
        reader.Read();
        while (JsonCollection.TryName(ref reader, out var name))
        {
            var start = (int)reader.TokenStartIndex;
            JsonRead.Skip(ref reader);
            members[name] = RawJson.Parse(json[start..(int)reader.BytesConsumed]);
        }

        return members;
    }

    private byte[] Join(JsonExtras members) => JsonModel.Write(
        new JsonBody(writer =>
        {
            writer.WriteStartObject();
            foreach (var (name, value) in members)
            {
                writer.WritePropertyName(name);
                if (_texts is not null && _texts.TryGetValue(name, out var text))
                {
                    writer.WriteStringValue(JsonText.Whole(text));
                    continue;
                }

                JsonWrite.Element(writer, value);
            }

            writer.WriteEndObject();
        }),
        JsonFormat.Wire);
}
