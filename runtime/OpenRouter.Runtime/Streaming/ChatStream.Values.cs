using OpenRouter.Runtime.Annotations;

namespace OpenRouter.Runtime.Streaming;

/// <content>Ways to read that cost less: for gateways, and for whoever reads very much.</content>
public sealed partial class ChatStream<TChunk>
{
    /// <summary>
    /// Reads the chunks as values instead of objects, as they were received, without one chunk for the end. Nearly all that
    /// remains to pay for are the strings.
    /// </summary>
    /// <param name="keepsText">
    /// Whether <see cref="Answer"/> keeps texts and reasoning too. Without it, it has all but those: ids, tool calls, finish reason,
    /// usage; so have exceptions. A stream with a recovery keeps them always.
    /// </param>
    public ChatValues<TChunk> AsValues(bool keepsText = false)
    {
        CheckUnread();
        return new ChatValues<TChunk>(token => Begin(token, ReadAs.Values, keepsText: keepsText));
    }

    /// <summary>
    /// Reads the text alone, in UTF-8 and without strings: each piece lies in the buffer of the stream and is valid until the next
    /// one. A character is never cut in two. What was read is not kept: <see cref="Answer"/> has all but texts and reasoning.
    /// </summary>
    [ModelText]
    public BorrowedTexts<TChunk> AsUtf8()
    {
        CheckUnread();
        return new BorrowedTexts<TChunk>(token => Begin(token, ReadAs.Utf8, canDiscard: _tellsRecovery, keepsText: false));
    }
}
