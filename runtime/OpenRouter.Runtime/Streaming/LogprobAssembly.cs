using System.Buffers;
using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>Puts the entries of logprobs together. They are many and rarely looked at, so they are kept as JSON until then.</summary>
internal sealed class LogprobAssembly(AnswerBudget budget)
{
    private ArrayBufferWriter<byte>? _content;
    private ArrayBufferWriter<byte>? _refusal;
    private ArrayBufferWriter<byte>? _item;
    private long _size;

    /// <summary>Adds the entries of an object with the lists <c>content</c> and <c>refusal</c>; anything else says nothing.</summary>
    public void Add(ReadOnlySpan<byte> json)
    {
        var reader = new JsonReader(json);
        reader.Read();
        while (JsonMembers.Next(ref reader, out var name))
        {
            if (name.SequenceEqual("content"u8))
            {
                AddItems(ref reader, ref _content);
            }
            else if (name.SequenceEqual("refusal"u8))
            {
                AddItems(ref reader, ref _refusal);
            }
            else
            {
                JsonRead.Skip(ref reader);
            }
        }
    }

    /// <summary>Adds the entries of the list that the reader stands on to those of the text.</summary>
    public void AddContent(ref JsonReader reader) => AddItems(ref reader, ref _content);

    /// <summary>Forgets all entries.</summary>
    public void Clear()
    {
        budget.Give(_size);
        (_content, _refusal, _size) = (null, null, 0);
    }

    /// <summary>The entries; null when there were none.</summary>
    public AnswerLogprobs? ToLogprobs() => _content is null && _refusal is null ? null : new AnswerLogprobs(Items(_content), Items(_refusal));

    private void AddItems(ref JsonReader reader, ref ArrayBufferWriter<byte>? items)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            JsonRead.Skip(ref reader);
            return;
        }

        var item = _item ??= new ArrayBufferWriter<byte>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            item.ResetWrittenCount();
            RawJson.Copy(ref reader, item);
            var size = item.WrittenCount + AnswerBudget.ItemCost;
            if (!budget.Take(size))
            {
                continue;
            }

            _size += size;
            items ??= new ArrayBufferWriter<byte>();
            items.Write(items.WrittenCount == 0 ? "["u8 : ","u8);
            items.Write(item.WrittenSpan);
        }
    }

    private static IReadOnlyList<JsonElement> Items(ArrayBufferWriter<byte>? items)
        => items is null ? [] : [.. RawJson.Parse([.. items.WrittenSpan, (byte)']']).EnumerateArray()];
}
