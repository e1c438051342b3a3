using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming.Wires;

/// <summary>An event of <c>/messages</c> that adds to a block. There is one for each token, so it is read without an element.</summary>
/// <param name="Index">The index of the block.</param>
/// <param name="Kind">What is added to; null when it is no text.</param>
/// <param name="Piece">The text.</param>
internal readonly record struct BlockDelta(long Index, BlockDelta.Target? Kind, string? Piece)
{
    /// <summary>What a piece of text belongs to.</summary>
    public enum Target
    {
        Text,
        Input,
        Thinking,
        Signature,
    }

    public static BlockDelta Read(ReadOnlySpan<byte> json)
    {
        var reader = new JsonReader(json);
        var delta = default(BlockDelta);
        reader.Read();
        while (JsonMembers.Next(ref reader, out var name))
        {
            if (name.SequenceEqual("index"u8))
            {
                delta = delta with { Index = JsonIndex.Read(ref reader) ?? 0 };
            }
            else if (name.SequenceEqual("delta"u8) && reader.TokenType == JsonTokenType.StartObject)
            {
                ReadInner(ref reader, ref delta);
            }
            else
            {
                JsonRead.Skip(ref reader);
            }
        }

        return delta;
    }

    /// <summary>The name of the member tells what it is; so a delta without a type is understood too.</summary>
    private static void ReadInner(ref JsonReader reader, ref BlockDelta delta)
    {
        while (JsonMembers.Next(ref reader, out var name))
        {
            Target? kind = name.SequenceEqual("text"u8) ? Target.Text
                : name.SequenceEqual("partial_json"u8) ? Target.Input
                : name.SequenceEqual("thinking"u8) ? Target.Thinking
                : name.SequenceEqual("signature"u8) ? Target.Signature
                : null;
            if (kind is null || reader.TokenType != JsonTokenType.String)
            {
                JsonRead.Skip(ref reader);
                continue;
            }

            delta = delta with { Kind = kind, Piece = JsonText.DecodePiece(ref reader) };
        }
    }
}
