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
            _told.IsRare = true;
            At(index).Logprobs.Add(logprobs is IHeldJson held ? held.Json : JsonModel.Write(logprobs, JsonFormat.Wire));
        }
    }

    /// <summary>Tells a piece of text.</summary>
    public void Text(long index, string? text)
    {
        _told.Text = text;
        Append(At(index), text);
    }

    /// <summary>Tells a piece of reasoning; it usually repeats what the details of the same chunk say.</summary>
    public void Reasoning(long index, string? text)
    {
        _told.Reasoning = text;
        if (IsContent(text) && KeepsText)
        {
            At(index).Reasoning.AddText(text);
        }
    }

    /// <summary>Tells a piece of a refusal.</summary>
    public void Refusal(long index, string? text)
    {
        _told.Refusal = text;
        Refusal(At(index), text);
    }

    /// <summary>Tells the reasoning details of a chunk, a list, as the JSON that it came as: what is sent back has to be the same.</summary>
    public void ReasoningDetails(long index, ReadOnlySpan<byte> json)
    {
        var reader = new JsonReader(json);
        if (json.IsEmpty || !reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            return;
        }

        if (!KeepsText)
        {
            MarkContent();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = reader.TokenStartIndex;
            JsonRead.Skip(ref reader);
            if (reader.TokenType != JsonTokenType.Null)
            {
                MarkContent();
                _told.Details++;
                var reasoning = At(index).Reasoning;
                _told.IsContinuation = reasoning.AddDetail(json[start..reader.BytesConsumed]);
                _told.Entry = reasoning.Last;
            }
        }
    }

    /// <summary>Tells a fragment of a tool call.</summary>
    public void ToolCall(long index, long? callIndex, string? id, string? name, string? arguments)
    {
        MarkContent();
        _told.Calls++;
        (_told.CallIndex, _told.CallId, _told.CallName, _told.Arguments) = (callIndex, NotEmpty(id), NotEmpty(name), arguments);
        At(index).ToolCalls.Add(callIndex, _told.CallId, _told.CallName, arguments ?? "");
    }

    /// <summary>Tells an image; one that carries an index replaces the earlier one of that index.</summary>
    public void Image(long index, IJsonWritable image)
    {
        ArgumentNullException.ThrowIfNull(image);
        _told.IsRare = true;
        MarkContent();
        At(index).Media.AddImage(JsonModel.Write(image, JsonFormat.Wire));
    }

    /// <summary>Tells the images of a chunk; see <see cref="Image"/>.</summary>
    /// <typeparam name="T">The type of an image.</typeparam>
    public void Images<T>(long index, IReadOnlyList<T>? images)
        where T : IJsonWritable
    {
        for (var at = 0; at < (images?.Count ?? 0); at++)
        {
            Image(index, images![at]);
        }
    }

    /// <summary>Tells the annotations of a chunk.</summary>
    /// <typeparam name="T">The type of an annotation.</typeparam>
    public void Annotations<T>(long index, IReadOnlyList<T>? annotations)
        where T : IJsonWritable
    {
        for (var at = 0; at < (annotations?.Count ?? 0); at++)
        {
            Annotation(index, annotations![at]);
        }
    }

    /// <summary>Tells the annotations of a chunk, which write themselves as a list.</summary>
    public void Annotations(long index, IJsonWritable? annotations)
    {
        if (annotations is null)
        {
            return;
        }

        var json = JsonModel.Write(annotations, JsonFormat.Wire);
        var reader = new JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = reader.TokenStartIndex;
            JsonRead.Skip(ref reader);
            if (reader.TokenType != JsonTokenType.Null)
            {
                _told.IsRare = true;
                At(index).Media.AddAnnotation(json.AsSpan(start, reader.BytesConsumed - start));
            }
        }
    }

    /// <summary>Tells an annotation.</summary>
    public void Annotation(long index, IJsonWritable annotation)
    {
        ArgumentNullException.ThrowIfNull(annotation);
        _told.IsRare = true;
        At(index).Media.AddAnnotation(JsonModel.Write(annotation, JsonFormat.Wire));
    }

    /// <summary>Tells a piece of sound; each piece is base64 of its own.</summary>
    public void Audio(long index, string? id, string? base64Data, string? transcript)
    {
        _told.IsRare = true;
        if (!string.IsNullOrEmpty(base64Data) || !string.IsNullOrEmpty(transcript))
        {
            MarkContent();
        }

        At(index).Media.AddAudio(NotEmpty(id), base64Data ?? "", transcript ?? "");
    }
}
