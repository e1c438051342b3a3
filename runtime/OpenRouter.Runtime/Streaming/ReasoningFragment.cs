using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>What one entry of reasoning details says of itself.</summary>
/// <param name="type">The type.</param>
/// <param name="id">The id.</param>
/// <param name="index">The index, if it is a whole number.</param>
/// <param name="shown">What may be shown of it.</param>
/// <param name="count">How many members it has.</param>
internal readonly struct ReasoningFragment(string? type, string? id, long? index, string? shown, int count)
{
    public const string Encrypted = "reasoning.encrypted";
    public const string PlainText = "reasoning.text";
    public const string Summary = "reasoning.summary";

    public string? Type { get; } = type;

    public string? Id { get; } = id;

    public long? Index { get; } = index;

    public string? Shown { get; } = shown;

    public int Count { get; } = count;

    /// <summary>Whether fragments of this kind continue one another.</summary>
    [MemberNotNullWhen(true, nameof(Type))]
    public bool IsText => Type is PlainText or Summary;

    /// <summary>What it may cost to keep and to change it later, at most.</summary>
    public long Cost(int length) => length + ((Count + 1L) * AnswerBudget.EntryCost);

    public static ReasoningFragment Read(ReadOnlySpan<byte> json)
    {
        var reader = new JsonReader(json);
        var (type, id, text, summary, count) = ((string?)null, (string?)null, (string?)null, (string?)null, 0);
        long? index = null;
        reader.Read();
        while (JsonMembers.Next(ref reader, out var name))
        {
            count++;
            if (name.SequenceEqual("type"u8))
            {
                type = Text(ref reader);
            }
            else if (name.SequenceEqual("id"u8))
            {
                id = Text(ref reader);
            }
            else if (name.SequenceEqual("index"u8))
            {
                index = JsonIndex.Read(ref reader);
            }
            else if (name.SequenceEqual("text"u8))
            {
                text = Text(ref reader);
            }
            else if (name.SequenceEqual("summary"u8))
            {
                summary = Text(ref reader);
            }
            else
            {
                JsonRead.Skip(ref reader);
            }
        }

        return new ReasoningFragment(type, id, index, type switch { PlainText => text, Summary => summary, _ => null }, count);
    }

    private static string? Text(ref JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return JsonText.DecodePiece(ref reader);
        }

        JsonRead.Skip(ref reader);
        return null;
    }
}
