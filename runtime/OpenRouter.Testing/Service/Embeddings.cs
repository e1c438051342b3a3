using System.Buffers.Binary;
using System.Text.Json;
using OpenRouter.Models;
using OpenRouter.Runtime.Json;
using OpenRouter.Testing.Answers;

namespace OpenRouter.Testing.Service;

/// <summary>Vectors that depend on the text alone: the same text always gets the same one, of length one.</summary>
internal static class Embeddings
{
    private const int DefaultDimensions = 8;
    private const int MaxDimensions = 8_192;

    /// <summary>The answer; null when the request has no input.</summary>
    public static byte[]? Body(JsonElement request, string id)
    {
        if (request.ValueKind != JsonValueKind.Object || !request.TryGetProperty("input", out var input))
        {
            return null;
        }

        IReadOnlyList<string> texts = [.. Texts(input)];
        var tokens = texts.Sum(text => TokenPieces.Split(text).Count());
        var isBase64 = request.TryGetProperty("encoding_format", out var format) && format.ValueKind == JsonValueKind.String && format.GetString() == "base64";
        var dimensions = Dimensions(request);
        return JsonModel.ToUtf8(new EmbeddingsResponse
        {
            Id = id,
            Model = request.TryGetProperty("model", out var model) && model.ValueKind == JsonValueKind.String ? model.GetString()! : "emulator/embedder",
            Data = [.. texts.Select((text, index) => new EmbeddingItem { Index = index, Embedding = Encode(Vector(text, dimensions), isBase64) })],
            Usage = new EmbeddingUsage { PromptTokens = tokens, TotalTokens = tokens, Cost = tokens * 0.0000001m },
        });
    }

    private static int Dimensions(JsonElement request)
        => request.TryGetProperty("dimensions", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var count) && count is > 0 and <= MaxDimensions
            ? count
            : DefaultDimensions;

    /// <summary>One text for each input: a string, an object, or a list of token numbers is one input, a list of those several.</summary>
    private static IEnumerable<string> Texts(JsonElement input) => input.ValueKind switch
    {
        JsonValueKind.String => [input.GetString()!],
        JsonValueKind.Array when input.GetArrayLength() > 0 && input[0].ValueKind != JsonValueKind.Number => input.EnumerateArray().SelectMany(Texts),
        _ => [input.GetRawText()],
    };

    private static double[] Vector(string text, int dimensions)
    {
        var values = new double[dimensions];
        for (var index = 0; index < dimensions; index++)
        {
            values[index] = (Hash(text, index) / (double)uint.MaxValue) - 0.5;
        }

        var length = Math.Sqrt(values.Sum(value => value * value));
        return [.. values.Select(value => Math.Round(length == 0 ? 0 : value / length, 6))];
    }

    /// <summary>FNV-1a, since the hash codes of .NET differ from run to run.</summary>
    private static uint Hash(string text, int salt)
    {
        var hash = 2_166_136_261 ^ ((uint)salt * 2_654_435_761);
        foreach (var character in text)
        {
            hash = (hash ^ character) * 16_777_619;
        }

        return hash;
    }

    private static EmbeddingVector Encode(double[] values, bool isBase64)
    {
        if (!isBase64)
        {
            return new EmbeddingVector(values);
        }

        var bytes = new byte[values.Length * sizeof(float)];
        for (var index = 0; index < values.Length; index++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(index * sizeof(float)), (float)values[index]);
        }

        return new EmbeddingVector(Convert.ToBase64String(bytes));
    }
}
