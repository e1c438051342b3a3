using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>One entry of reasoning details as it came.</summary>
internal sealed class ReasoningFragment
{
    public const string Encrypted = "reasoning.encrypted";
    private const string PlainText = "reasoning.text";
    private const string Summary = "reasoning.summary";

    private ReasoningFragment(JsonExtras members) => Members = members;

    /// <summary>Every member in the order of the wire.</summary>
    public JsonExtras Members { get; }

    public string Type => Text("type") ?? "";

    public string? Id => Text("id");

    public long? Index => Members.TryGetValue("index", out var index) && index.TryGetIndex(out var value) ? value : null;

    /// <summary>Whether fragments of this kind continue one another.</summary>
    public bool IsText => Type is PlainText or Summary;

    /// <summary>What may be shown of it.</summary>
    public string? Shown => Type switch
    {
        PlainText => Text("text"),
        Summary => Text("summary"),
        _ => null,
    };

    public static ReasoningFragment Read(ReadOnlySpan<byte> json)
    {
        var members = new JsonExtras();
        var reader = new Utf8JsonReader(json, JsonFormat.Reader);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            members.Read("", ref reader);
            return new ReasoningFragment(members);
        }

        while (JsonCollection.TryName(ref reader, out var name))
        {
            members.Read(name, ref reader);
        }

        return new ReasoningFragment(members);
    }

    private string? Text(string name)
        => Members.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
