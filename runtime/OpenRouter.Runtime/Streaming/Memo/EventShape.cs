using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming.Memo;

/// <summary>
/// An event that was read whole, and where its texts stand. Another event with the same bytes around its texts is the same but
/// for them: equal bytes leave a reader of JSON in the same state. So two compares and a search for a quote read it.
/// </summary>
/// <typeparam name="TChunk">The type of a chunk.</typeparam>
/// <param name="bytes">The event.</param>
/// <param name="places">Where its texts stand.</param>
/// <param name="chunk">What was read of it.</param>
internal sealed class EventShape<TChunk>(byte[] bytes, EventPlaces places, TChunk chunk)
    where TChunk : class, IChatChunk<TChunk>
{
    private readonly string?[] _texts = new string?[TChunk.VaryingTexts.Count];

    /// <summary>Reads an event of this shape; null when it has another.</summary>
    public TChunk? TryRead(ReadOnlySpan<byte> data)
    {
        var (known, at) = (0, 0);
        var details = places.Details;
        var (from, to) = (details.Start, details.End);
        foreach (var hole in places.Holes)
        {
            var frame = bytes.AsSpan(known, hole.Start - known);
            if (!data[at..].StartsWith(frame))
            {
                return null;
            }

            at += frame.Length;
            if (TryText(data, at, hole.IsInDetails) is not (var length, { } text))
            {
                return null;
            }

            _texts[hole.Number] = text;
            at += length;
            known = hole.Start + hole.Length;

            // What stands behind the text has moved by as much as the text is longer.
            from = hole.Start < details.Start ? details.Start + at - known : from;
            to = hole.Start < details.End ? details.End + at - known : to;
        }

        if (!data[at..].SequenceEqual(bytes.AsSpan(known)))
        {
            return null;
        }

        return chunk.WithTexts(_texts, places.HasTextInDetails ? data[from..to].ToArray() : null);
    }

    /// <summary>The text up to the next quote, and how many bytes it has. What stands in details is only checked: it is kept as JSON.</summary>
    private static (int Length, string? Text) TryText(ReadOnlySpan<byte> data, int start, bool isInDetails)
    {
        var (end, isEscaped) = (start, false);
        while (true)
        {
            var next = data[end..].IndexOfAny(JsonMarks.EndOfRun);
            if (next < 0)
            {
                return default;
            }

            end += next;
            switch (data[end])
            {
                case (byte)'"' when isEscaped:
                    return (end - start, Escaped(data[(start - 1)..(end + 1)]));
                case (byte)'"':
                    return (end - start, isInDetails ? "" : JsonText.Decode(data[start..end], escaped: false));
                case (byte)'\\' when end + 1 < data.Length:
                    isEscaped = true;
                    end += 2;
                    break;
                default:
                    return default;
            }
        }
    }

    /// <summary>A text with escapes, read as any other; null when it is none.</summary>
    private static string? Escaped(ReadOnlySpan<byte> quoted)
    {
        var reader = new JsonReader(quoted);
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.String ? JsonText.DecodePiece(ref reader) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
