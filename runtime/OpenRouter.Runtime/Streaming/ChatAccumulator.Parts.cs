using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming;

/// <content>The parts of a choice.</content>
public sealed partial class ChatAccumulator
{
    /// <summary>Tells how probable the tokens were: an object with the lists <c>content</c> and <c>refusal</c>.</summary>
    public void Logprobs(long index, IJsonWritable? logprobs)
    {
        if (logprobs is not null)
        {
            At(index).Logprobs.Add(JsonModel.Write(logprobs, JsonFormat.Wire));
        }
    }

    /// <summary>Tells a piece of text.</summary>
    public void Text(long index, string? text)
    {
        if (!IsContent(text) || !_budget.Take(text.Length))
        {
            return;
        }

        Facts.AddText(index, text);
        At(index).Text.Append(text);
    }

    /// <summary>Tells a piece of reasoning; it usually repeats what the details of the same chunk say.</summary>
    public void Reasoning(long index, string? text)
    {
        if (IsContent(text))
        {
            At(index).Reasoning.AddText(text);
        }
    }

    /// <summary>Tells a piece of a refusal.</summary>
    public void Refusal(long index, string? text)
    {
        if (IsContent(text) && _budget.Take(text.Length))
        {
            At(index).Refusal.Append(text);
        }
    }

    /// <summary>Tells the reasoning details of a chunk, a list, as the JSON that it came as: what is sent back has to be the same.</summary>
    public void ReasoningDetails(long index, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, JsonFormat.Reader);
        if (json.IsEmpty || !reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            JsonRead.Skip(ref reader);
            if (reader.TokenType != JsonTokenType.Null)
            {
                MarkContent();
                At(index).Reasoning.AddDetail(json[start..(int)reader.BytesConsumed]);
            }
        }
    }

    /// <summary>Tells a fragment of a tool call.</summary>
    public void ToolCall(long index, long? callIndex, string? id, string? name, string? arguments)
    {
        MarkContent();
        At(index).ToolCalls.Add(callIndex, NotEmpty(id), NotEmpty(name), arguments ?? "");
    }

    /// <summary>Tells an image; one that carries an index replaces the earlier one of that index.</summary>
    public void Image(long index, IJsonWritable image)
    {
        ArgumentNullException.ThrowIfNull(image);
        MarkContent();
        At(index).Media.AddImage(JsonModel.Write(image, JsonFormat.Wire));
    }

    /// <summary>Tells an annotation.</summary>
    public void Annotation(long index, IJsonWritable annotation)
    {
        ArgumentNullException.ThrowIfNull(annotation);
        At(index).Media.AddAnnotation(JsonModel.Write(annotation, JsonFormat.Wire));
    }

    /// <summary>Tells a piece of sound; each piece is base64 of its own.</summary>
    public void Audio(long index, string? id, string? base64Data, string? transcript)
    {
        if (!string.IsNullOrEmpty(base64Data) || !string.IsNullOrEmpty(transcript))
        {
            MarkContent();
        }

        At(index).Media.AddAudio(NotEmpty(id), base64Data ?? "", transcript ?? "");
    }
}
