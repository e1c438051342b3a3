namespace OpenRouter.Runtime.Sse;

/// <summary>One line, without its end.</summary>
/// <param name="Start">Where it begins in the buffer.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="LineEnd">One when it has an end, zero at the end of the body.</param>
internal readonly record struct SseLine(int Start, int Length, int LineEnd)
{
    /// <summary>The text of a comment, at most so far.</summary>
    public SseLine WithoutColon(int maxLength) => new(Start + 1, Math.Min(Length, maxLength) - 1, LineEnd);

    /// <summary>The field that a line names, and where its value begins.</summary>
    public static SseField FieldOf(ReadOnlySpan<byte> line, out int offset)
    {
        var colon = line.StartsWith("data:"u8) ? 4 : line.IndexOf((byte)':');
        var name = colon < 0 ? line : line[..colon];
        offset = colon < 0 ? line.Length : colon + 1;
        if (offset < line.Length && line[offset] == ' ')
        {
            offset++;
        }

        return name switch
        {
            _ when name.SequenceEqual("data"u8) => SseField.Data,
            _ when name.SequenceEqual("event"u8) => SseField.Event,
            _ when name.SequenceEqual("id"u8) => SseField.Id,
            _ when name.SequenceEqual("retry"u8) => SseField.Retry,
            _ => SseField.Unknown,
        };
    }

    /// <summary>Whether a line that is not finished can already be told to be a comment or an unknown field.</summary>
    public static bool IsIgnorable(ReadOnlySpan<byte> unfinished)
        => !unfinished.IsEmpty
            && !CanBe(unfinished, "data:"u8)
            && !CanBe(unfinished, "event:"u8)
            && !CanBe(unfinished, "id:"u8)
            && !CanBe(unfinished, "retry:"u8);

    /// <summary>Whether a line that is not finished can already be told to be a field that the standard knows.</summary>
    public static bool IsField(ReadOnlySpan<byte> unfinished)
        => unfinished.StartsWith("data:"u8)
            || unfinished.StartsWith("event:"u8)
            || unfinished.StartsWith("id:"u8)
            || unfinished.StartsWith("retry:"u8);

    private static bool CanBe(ReadOnlySpan<byte> unfinished, ReadOnlySpan<byte> field)
        => unfinished.Length < field.Length ? field.StartsWith(unfinished) : unfinished.StartsWith(field);
}
