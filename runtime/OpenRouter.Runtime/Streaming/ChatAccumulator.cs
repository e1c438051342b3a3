using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>
/// Puts a chat answer together. Generated chunks tell their parts in the order of the members below; every argument
/// but an index may be null.
/// </summary>
public sealed class ChatAccumulator
{
    private readonly AnswerBudget _budget;
    private readonly List<ChoiceAssembly> _choices = [];
    private string? _id;
    private string? _model;
    private string? _provider;
    private string? _serviceTier;
    private TokenUsage? _usage;

    internal ChatAccumulator(long maxChars) => _budget = new AnswerBudget(maxChars);

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
        _id ??= NotEmpty(id);
        _model = NotEmpty(model) ?? _model;
        _provider = NotEmpty(provider) ?? _provider;
        _serviceTier = NotEmpty(serviceTier) ?? _serviceTier;
    }

    /// <summary>Tells the error of the whole chunk, in whatever shape it came.</summary>
    public void Error(JsonElement? error)
    {
        if (IsError(error))
        {
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
        choice.FinishReason ??= NotEmpty(finishReason);
        choice.NativeFinishReason ??= NotEmpty(nativeFinishReason);
    }

    /// <summary>Tells the error of a choice.</summary>
    public void ChoiceError(long index, JsonElement? error)
    {
        Facts.HasChoices = true;
        Error(error);
    }

    /// <summary>Tells a piece of text.</summary>
    public void Text(long index, string? text)
    {
        if (!Take(text))
        {
            return;
        }

        Facts.AddText(index, text!);
        At(index).Text.Append(text);
    }

    /// <summary>Tells a piece of reasoning; it usually repeats what the details of the same chunk say.</summary>
    public void Reasoning(long index, string? text)
    {
        if (Take(text))
        {
            At(index).Reasoning.AddText(text!);
        }
    }

    /// <summary>Tells a piece of a refusal.</summary>
    public void Refusal(long index, string? text)
    {
        if (Take(text))
        {
            At(index).Refusal.Append(text);
        }
    }

    /// <summary>Tells one entry of the reasoning details.</summary>
    public void ReasoningDetail(long index, IJsonWritable detail)
    {
        ArgumentNullException.ThrowIfNull(detail);
        var raw = JsonModel.Write(detail, JsonFormat.Wire).WrittenSpan;
        if (Take(raw.Length))
        {
            At(index).Reasoning.AddDetail(raw);
        }
    }

    /// <summary>Tells a fragment of a tool call.</summary>
    public void ToolCall(long index, long? callIndex, string? id, string? name, string? arguments)
    {
        if (Take(AnswerBudget.EntryCost + (name?.Length ?? 0) + (arguments?.Length ?? 0)))
        {
            At(index).ToolCalls.Add(callIndex, NotEmpty(id), NotEmpty(name), arguments ?? "");
        }
    }

    /// <summary>Tells an image; one that carries an index replaces the earlier one of that index.</summary>
    public void Image(long index, IJsonWritable image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var element = JsonModel.ToElement(image);
        if (Take(element.GetRawText().Length))
        {
            At(index).Media.AddImage(element);
        }
    }

    /// <summary>Tells an annotation.</summary>
    public void Annotation(long index, IJsonWritable annotation)
    {
        ArgumentNullException.ThrowIfNull(annotation);
        var element = JsonModel.ToElement(annotation);
        if (_budget.Take(element.GetRawText().Length))
        {
            At(index).Media.Annotations.Add(element);
        }
    }

    /// <summary>Tells a piece of sound; each piece is base64 of its own.</summary>
    public void Audio(long index, string? id, string? base64Data, string? transcript)
    {
        if (Take((base64Data?.Length ?? 0) + (transcript?.Length ?? 0)))
        {
            At(index).Media.AddAudio(NotEmpty(id), base64Data ?? "", transcript ?? "");
        }
    }

    /// <summary>Forgets the facts of the last chunk; called before each chunk.</summary>
    internal void BeginChunk() => Facts.Clear();

    /// <summary>Settles what can be settled only once a chunk was told whole.</summary>
    internal void EndChunk()
    {
        foreach (var choice in _choices)
        {
            choice.Reasoning.EndChunk();
        }
    }

    /// <summary>The answer so far: the choice of the lowest index, for OpenRouter answers with one choice.</summary>
    internal ChatAnswer Snapshot(AnswerOutcome outcome)
    {
        var choice = _choices.MinBy(static item => item.Index) ?? new ChoiceAssembly(0);
        return choice.Snapshot(outcome) with
        {
            GenerationId = _id,
            Model = _model,
            Provider = _provider,
            ServiceTier = _serviceTier,
            Usage = _usage,
        };
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static bool IsError(JsonElement? error) => error is { } element
        && element.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.False)
        && !(element.ValueKind == JsonValueKind.String && element.ValueEquals(""));

    private bool Take(string? text) => !string.IsNullOrEmpty(text) && Take(text.Length);

    private bool Take(int size)
    {
        Facts.HasContent = true;
        HasContent = true;
        return _budget.Take(size);
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

        var added = new ChoiceAssembly(index);
        if (_choices.Count < ChoiceAssembly.MaxCount)
        {
            _choices.Add(added);
        }
        else
        {
            _budget.Exceed();
        }

        return added;
    }
}
