using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming.Wires;

/// <summary>An event of <c>/responses</c> that lengthens a text. There is one for each token, so it is read without an element.</summary>
/// <param name="Item">The index of the item.</param>
/// <param name="Part">The index of the part of the item.</param>
/// <param name="Piece">The text, if it is one.</param>
/// <param name="Logprobs">Where the logprobs stand in the event.</param>
internal readonly record struct WireDelta(long Item, long Part, string? Piece, Range? Logprobs)
{
    public static WireDelta Read(ReadOnlySpan<byte> json)
    {
        var reader = new JsonReader(json);
        var delta = default(WireDelta);
        reader.Read();
        while (JsonMembers.Next(ref reader, out var name))
        {
            if (name.SequenceEqual("output_index"u8))
            {
                delta = delta with { Item = JsonIndex.Read(ref reader) ?? 0 };
            }
            else if (name.SequenceEqual("content_index"u8) || name.SequenceEqual("summary_index"u8))
            {
                delta = delta with { Part = JsonIndex.Read(ref reader) ?? 0 };
            }
            else if (name.SequenceEqual("delta"u8) && reader.TokenType == JsonTokenType.String)
            {
                delta = delta with { Piece = JsonText.DecodePiece(ref reader) };
            }
            else
            {
                var isList = name.SequenceEqual("logprobs"u8) && reader.TokenType == JsonTokenType.StartArray;
                var start = (int)reader.TokenStartIndex;
                JsonRead.Skip(ref reader);
                delta = isList ? delta with { Logprobs = start..(int)reader.BytesConsumed } : delta;
            }
        }

        return delta;
    }
}
