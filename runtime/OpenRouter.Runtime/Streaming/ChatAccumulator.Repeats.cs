using OpenRouter.Runtime.Streaming.Memo;

namespace OpenRouter.Runtime.Streaming;

/// <content>Chunks that differ from the one before in their pieces of text alone.</content>
public sealed partial class ChatAccumulator
{
    private Told _told;

    /// <summary>Whether the chunk that was told last can be told again by its pieces alone: it has one choice, and nothing that is rare.</summary>
    internal bool CanRepeat => _told is { Choices: 1, IsRare: false, Calls: <= 1, Details: 0 or 1 } && (_told.Details == 0 || _told.IsContinuation);

    /// <summary>What was told of the chunk that was told last, for when its shape comes again after others; null when it is told anew each time.</summary>
    /// <param name="before">What this gave before for the same shape.</param>
    internal object? Remember(object? before)
        => !CanRepeat ? null : before is ToldChunk known && known.Owner == this ? known : new ToldChunk(this, _told);

    /// <summary>Goes on from what was told of an earlier chunk, if no other chunk has changed since what that one would not.</summary>
    internal bool TryResume(object? told)
    {
        if (told is not ToldChunk known || known.Owner != this || !IsHead(known.Told) || (known.Told.Details > 0 && known.Told.Entry != known.Told.Choice!.Reasoning.Last))
        {
            return false;
        }

        _told = known.Told;
        return true;
    }

    /// <summary>Whether the chunk that was told last has a tool call.</summary>
    internal bool RepeatsToolCall => _told.Calls > 0;

    /// <summary>Passes over a chunk like the one that was told last, whose texts are not kept.</summary>
    internal void Pass(bool hasContent)
    {
        Facts.Clear();
        Facts.HasChoices = true;
        if (hasContent)
        {
            MarkContent();
        }
    }

    /// <summary>The chunk that was told last as a value.</summary>
    internal ChatValue<TChunk> ToValue<TChunk>(TChunk chunk)
        where TChunk : class, IChatChunk<TChunk>
        => _told.Choices == 1
            ? new ChatValue<TChunk>(chunk, _told.Text, _told.Reasoning, _told.Refusal, _told.Calls == 1 ? _told.Arguments : null)
            : new ChatValue<TChunk>(chunk, Facts.Text, reasoning: null, refusal: null, toolArguments: null);

    /// <summary>A chunk of the shape that was told last as a value.</summary>
    /// <param name="shape">The shape, matched and decoded.</param>
    /// <param name="source">The shape itself, or the chunk that was made of the event.</param>
    internal ChatValue<TChunk> ToValue<TChunk>(EventShape<TChunk> shape, object source)
        where TChunk : class, IChatChunk<TChunk>
        => new(
            source,
            shape.Piece(PieceRole.Content) ?? _told.Text,
            shape.Piece(PieceRole.Reasoning) ?? _told.Reasoning,
            shape.Piece(PieceRole.Refusal) ?? _told.Refusal,
            _told.Calls == 1 ? shape.Piece(PieceRole.Arguments) ?? _told.Arguments : null);

    /// <summary>Tells the chunk that was told last once more, with the pieces of another event of the same shape.</summary>
    internal void Repeat<T>(EventShape<T> shape)
        where T : IVarying<T>
    {
        Facts.Clear();
        Facts.HasChoices = true;
        var choice = _told.Choice!;
        Append(choice, shape.Piece(PieceRole.Content) ?? _told.Text);
        var reasoning = shape.Piece(PieceRole.Reasoning) ?? _told.Reasoning;
        var hasReasoning = IsContent(reasoning);
        if (hasReasoning && KeepsText)
        {
            choice.Reasoning.AddText(reasoning!);
        }

        if ((shape.Piece(PieceRole.Refusal) ?? _told.Refusal) is { } refusal)
        {
            Refusal(choice, refusal);
        }

        if (_told.Details == 1)
        {
            MarkContent();
            choice.Reasoning.Continue(shape.DetailText);
        }

        if (_told.Calls == 1)
        {
            MarkContent();
            choice.ToolCalls.Add(_told.CallIndex, _told.CallId, _told.CallName, shape.Piece(PieceRole.Arguments) ?? _told.Arguments ?? "");
        }

        if (hasReasoning || _told.Details == 1)
        {
            choice.Reasoning.EndChunk();
        }
    }

    private void Append(ChoiceAssembly choice, string? text)
    {
        if (IsContent(text) && (!KeepsText || _budget.Take(text.Length)))
        {
            Facts.AddText(choice.Index, text);
            if (KeepsText)
            {
                choice.Text.Append(text);
            }
        }
    }

    private void Refusal(ChoiceAssembly choice, string? text)
    {
        if (IsContent(text) && KeepsText && _budget.Take(text.Length))
        {
            choice.Refusal.Append(text);
        }
    }

    private bool IsHead(in Told told)
        => IsSame(told.Model, _model) && IsSame(told.Provider, _provider) && IsSame(told.ServiceTier, _serviceTier) && (told.Id is null || _id is not null);

    private static bool IsSame(string? told, string? held) => string.IsNullOrEmpty(told) || told == held;

    /// <summary>What was told of a chunk, and to whom.</summary>
    private sealed class ToldChunk(ChatAccumulator owner, Told told)
    {
        public ChatAccumulator Owner => owner;

        public Told Told { get; } = told;
    }

    /// <summary>What was told of a chunk.</summary>
    private struct Told
    {
        public string? Id;
        public string? Model;
        public string? Provider;
        public string? ServiceTier;
        public ReasoningEntry? Entry;
        public ChoiceAssembly? Choice;
        public int Choices;
        public string? Text;
        public string? Reasoning;
        public string? Refusal;
        public bool IsRare;
        public int Details;
        public bool IsContinuation;
        public int Calls;
        public long? CallIndex;
        public string? CallId;
        public string? CallName;
        public string? Arguments;
    }
}
