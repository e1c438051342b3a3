using System.Text;
using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming.Wires;

/// <summary>One part of an answer: what came in its deltas, until an event says what the whole is.</summary>
internal sealed class WireSlot
{
    private readonly AnswerBudget _budget;
    private readonly List<byte[]> _annotations = [];
    private readonly Dictionary<long, int> _annotationPositions = [];
    private StringBuilder _text = new();
    private long _cost;

    public WireSlot(AnswerBudget budget)
    {
        _budget = budget;
        Logprobs = new LogprobAssembly(budget);
    }

    /// <summary>The id and the name of a tool call.</summary>
    public (string? Id, string? Name) Head { get; private set; }

    /// <summary>What stands for the text until there is any.</summary>
    public string? Placeholder { get; private set; }

    /// <summary>What has to be sent back, but for the text and the signature that came later.</summary>
    public byte[]? Json { get; private set; }

    /// <summary>The signature of reasoning.</summary>
    public string? Signature { get; private set; }

    /// <summary>How probable the tokens of the text were.</summary>
    public LogprobAssembly Logprobs { get; }

    /// <summary>Whether text came.</summary>
    public bool HasText => _text.Length > 0;

    /// <summary>The text.</summary>
    public string Text => JsonText.Whole(_text);

    /// <summary>The annotations of the text.</summary>
    public IReadOnlyList<byte[]> Annotations => _annotations;

    /// <summary>Adds a piece of the text.</summary>
    public void Append(string piece)
    {
        if (Take(piece.Length))
        {
            _text.Append(piece);
        }
    }

    /// <summary>Takes the whole text instead of what had come.</summary>
    public void Set(string whole)
    {
        Give(_text.Length);
        _text = new StringBuilder();
        Append(whole);
    }

    public void SetHead(string? id, string? name)
    {
        var (newId, newName) = (id ?? Head.Id, name ?? Head.Name);
        if (Take((newId?.Length ?? 0) + (newName?.Length ?? 0)))
        {
            Give((Head.Id?.Length ?? 0) + (Head.Name?.Length ?? 0));
            Head = (newId, newName);
        }
    }

    public void SetPlaceholder(string? text)
    {
        if (Take(text?.Length ?? 0))
        {
            Give(Placeholder?.Length ?? 0);
            Placeholder = text;
        }
    }

    public void SetSignature(string signature)
    {
        if (Take(signature.Length))
        {
            Give(Signature?.Length ?? 0);
            Signature = signature;
        }
    }

    public void SetJson(JsonElement element)
    {
        var json = Encoding.UTF8.GetBytes(element.GetRawText());
        if (Take(json.Length))
        {
            Give(Json?.Length ?? 0);
            Json = json;
        }
    }

    /// <summary>Adds an annotation; one that carries an index replaces the earlier one of that index.</summary>
    public void Annotate(JsonElement annotation, long? index)
    {
        var json = Encoding.UTF8.GetBytes(annotation.GetRawText());
        if (!Take(AnswerBudget.EntryCost + json.Length))
        {
            return;
        }

        if (index is { } key && !_annotationPositions.TryAdd(key, _annotations.Count))
        {
            var known = _annotationPositions[key];
            Give(AnswerBudget.EntryCost + _annotations[known].Length);
            _annotations[known] = json;
            return;
        }

        _annotations.Add(json);
    }

    /// <summary>Takes the whole list of annotations; an empty one says nothing against those that came.</summary>
    public void SetAnnotations(List<JsonElement> annotations)
    {
        if (annotations.Count == 0)
        {
            return;
        }

        foreach (var held in _annotations)
        {
            Give((long)AnswerBudget.EntryCost + held.Length);
        }

        _annotations.Clear();
        _annotationPositions.Clear();
        foreach (var annotation in annotations)
        {
            Annotate(annotation, null);
        }
    }

    /// <summary>Takes the whole list of logprobs; an empty one says nothing against those that came.</summary>
    public void SetLogprobs(JsonElement list)
    {
        if (list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0)
        {
            Logprobs.Clear();
            AddLogprobs(Encoding.UTF8.GetBytes(list.GetRawText()));
        }
    }

    /// <summary>Adds a list of logprobs.</summary>
    public void AddLogprobs(ReadOnlySpan<byte> list)
    {
        var reader = new JsonReader(list);
        reader.Read();
        Logprobs.AddContent(ref reader);
    }

    /// <summary>Gives all room back.</summary>
    public void Drop()
    {
        Logprobs.Clear();
        Give(_cost);
    }

    private bool Take(long size)
    {
        var isTaken = _budget.Take(size);
        _cost += isTaken ? size : 0;
        return isTaken;
    }

    private void Give(long size)
    {
        _cost -= size;
        _budget.Give(size);
    }
}
