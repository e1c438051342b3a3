using System.Text;

namespace OpenRouter.Runtime.Streaming;

/// <summary>
/// A piece of text in UTF-8 that lies in the buffer of its stream: valid until the loop asks for the next one, and then
/// overwritten. Copy what is to be kept, for example with <see cref="ToString"/>.
/// </summary>
public readonly struct BorrowedText
{
    internal BorrowedText(ReadOnlyMemory<byte> utf8) => Memory = utf8;

    /// <summary>The bytes: valid UTF-8, never part of a character.</summary>
    public ReadOnlySpan<byte> Utf8 => Memory.Span;

    /// <summary>The bytes, for writing them out within the same step.</summary>
    public ReadOnlyMemory<byte> Memory { get; }

    /// <summary>A copy as a string.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Utf8);
}
