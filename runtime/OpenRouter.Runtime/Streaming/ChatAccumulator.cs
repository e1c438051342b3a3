using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>
/// Puts a chat answer together. Generated chunks tell their parts in the order of the members below; every argument
/// but an index may be null.
/// </summary>
public sealed partial class ChatAccumulator
{
    private readonly AnswerBudget _budget;
    /// <summary>The choices by their index.</summary>
    private readonly List<ChoiceAssembly> _choices = new(1);

    private string? _id;
    private string? _model;
    private string? _provider;
    private string? _serviceTier;
    private TokenUsage? _usage;

    internal ChatAccumulator(long maxChars) => _budget = new AnswerBudget(maxChars);

    /// <summary>Whether texts and reasoning are kept; tool calls, ids, reasons and usage always are.</summary>
    internal bool KeepsText { get; init; } = true;

    /// <summary>The characters that are kept.</summary>
    internal long KeptChars => _budget.Taken;

    /// <summary>What the chunk that is being told has shown so far.</summary>
    internal ChunkFacts Facts { get; } = new();

    /// <summary>The id that the chunks carry.</summary>
    internal string? GenerationId => _id;

    /// <summary>The provider that the chunks name.</summary>
    internal string? Provider => _provider;

    /// <summary>The usage, if it was seen.</summary>
    internal TokenUsage? UsageSoFar => _usage;

    /// <summary>Whether usage was seen in any chunk.</summary>
    internal bool HasUsage => _usage is not null;

    /// <summary>Whether the answer is larger than allowed; what came after is not kept.</summary>
    internal bool IsTooLarge => _budget.IsExceeded;

    /// <summary>Whether sound arrived that cannot be decoded.</summary>
    internal bool IsDamaged => _choices.Exists(static choice => choice.Media.IsAudioDamaged);

    /// <summary>Whether sound stops inside a character of base64; an answer that ended so is damaged too.</summary>
    internal bool IsSoundCut => _choices.Exists(static choice => choice.Media.IsAudioCut);

    /// <summary>Whether anything was seen that a reader would call content.</summary>
    internal bool HasContent { get; private set; }

    /// <summary>Whether a finish reason was seen for each choice that was seen, and there was one.</summary>
    internal bool IsFinished => _choices.Count > 0 && _choices.TrueForAll(static choice => choice.FinishReason is not null);

    /// <summary>Whether a choice ended with the reason <c>error</c>.</summary>
    internal bool FinishedWithError => _choices.Exists(static choice => choice.FinishReason == "error");

    /// <summary>The reason of the provider for an end by error.</summary>
    internal string? NativeErrorReason => _choices.Find(static choice => choice.FinishReason == "error")?.NativeFinishReason;

    /// <summary>Tells the head of a chunk; the first call for each chunk.</summary>
    public void Chunk(string? id, string? model, string? provider, string? serviceTier)
    {
        (_told.Id, _told.Model, _told.Provider, _told.ServiceTier) = (id, model, provider, serviceTier);
        _id ??= Kept(id, null);
        _model = Kept(model, _model);
        _provider = Kept(provider, _provider);
        _serviceTier = Kept(serviceTier, _serviceTier);
    }

    /// <summary>Tells the error of the whole chunk, in whatever shape it came.</summary>
    public void Error(JsonElement? error)
    {
        if (IsError(error))
        {
            _told.IsRare = true;
            Facts.Error ??= error;
        }
    }

    /// <summary>Tells the usage; the last one counts.</summary>
    public void Usage(IJsonWritable? usage, long? promptTokens, long? completionTokens, long? totalTokens, long? reasoningTokens, long? cachedTokens, decimal? cost)
    {
        if (usage is null && (promptTokens ?? completionTokens ?? totalTokens) is null && cost is null)
        {
            return;
        }

        _told.IsRare = true;
        Facts.HasUsage = true;
        _usage = new TokenUsage
        {
            PromptTokens = promptTokens,
            CompletionTokens = completionTokens,
            TotalTokens = totalTokens,
            ReasoningTokens = reasoningTokens,
            CachedTokens = cachedTokens,
            Cost = cost,
            Source = usage,
        };
    }

    /// <summary>Tells that the chunk has a choice; the first finish reason of a choice counts, an empty one is none.</summary>
    public void Choice(long index, string? finishReason, string? nativeFinishReason)
    {
        Facts.HasChoices = true;
        var choice = At(index);
        _told.Choice = choice;
        _told.Choices++;
        choice.FinishReason ??= Kept(finishReason, null);
        choice.NativeFinishReason ??= Kept(nativeFinishReason, null);
    }

    /// <summary>Tells the error of a choice.</summary>
    public void ChoiceError(long index, JsonElement? error)
    {
        Facts.HasChoices = true;
        Error(error);
    }

    /// <summary>Forgets the facts of the last chunk; called before each chunk.</summary>
    internal void BeginChunk()
    {
        Facts.Clear();
        _told = default;
    }

    /// <summary>Settles what can be settled only once a chunk was told whole.</summary>
    internal void EndChunk()
    {
        foreach (var choice in _choices)
        {
            choice.Reasoning.EndChunk();
        }
    }

    /// <summary>The answer so far: its members are those of the choice of the lowest index, for OpenRouter answers with one choice.</summary>
    internal ChatAnswer Snapshot(AnswerOutcome outcome)
    {
        var choice = _choices.Count == 0 ? null : _choices[0];
        return (choice?.Snapshot(outcome) ?? new ChatAnswer { Outcome = outcome }) with
        {
            OtherChoices = Others(outcome),
            GenerationId = _id,
            Model = _model,
            Provider = _provider,
            ServiceTier = _serviceTier,
            Usage = _usage,
        };
    }

    private IReadOnlyList<AnswerChoice> Others(AnswerOutcome outcome)
    {
        if (_choices.Count <= 1)
        {
            return [];
        }

        var others = new AnswerChoice[_choices.Count - 1];
        for (var index = 0; index < others.Length; index++)
        {
            others[index] = AnswerChoice.Of(_choices[index + 1].Snapshot(outcome));
        }

        return others;
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static bool IsError(JsonElement? error) => error is { } element
        && element.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.False)
        && !(element.ValueKind == JsonValueKind.String && element.ValueEquals(""));

    private bool IsContent([NotNullWhen(true)] string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        MarkContent();
        return true;
    }

    private void MarkContent()
    {
        Facts.HasContent = true;
        HasContent = true;
    }

    /// <summary>What is kept of a text that replaces another one; a blank one replaces nothing.</summary>
    private string? Kept(string? told, string? held)
    {
        if (string.IsNullOrEmpty(told) || told == held || !_budget.Take(AnswerBudget.CostOfName(told)))
        {
            return held;
        }

        _budget.Give(AnswerBudget.CostOfName(held));
        return told;
    }

    private ChoiceAssembly At(long index)
    {
        foreach (var choice in _choices)
        {
            if (choice.Index == index)
            {
                return choice;
            }
        }

        var added = new ChoiceAssembly(index, _budget);
        if (_choices.Count < ChoiceAssembly.MaxCount)
        {
            _choices.Insert(PlaceOf(index), added);
        }
        else
        {
            _budget.Exceed();
        }

        return added;
    }

    private int PlaceOf(long index)
    {
        var place = _choices.Count;
        while (place > 0 && _choices[place - 1].Index > index)
        {
            place--;
        }

        return place;
    }
}
