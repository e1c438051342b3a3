using OpenRouter.Models;
using OpenRouter.Runtime.Json;
using OpenRouter.Testing.Answers;

namespace OpenRouter.Testing.Service;

/// <summary>The models that the emulator offers. It answers for any other as well.</summary>
internal static class ModelCatalog
{
    private static readonly SupportedParameter[] Parameters = [.. new[] { "max_tokens", "reasoning", "temperature", "tools" }.Select(name => new SupportedParameter(name))];

    public static byte[] Body() => JsonModel.ToUtf8(new ModelsListResponse
    {
        Data =
        [
            Make("emulator/storyteller", "Storyteller", 8_192, "0.000001", "0.000002"),
            Make("emulator/thinker", "Thinker", 131_072, "0.000003", "0.000015"),
            Make("emulator/free:free", "Free", 4_096, "0", "0"),
        ],
        TotalCount = 3,
        Links = new ModelsListLinks(),
    });

    private static Model Make(string id, string name, long contextLength, string promptPrice, string completionPrice) => new()
    {
        Id = id,
        CanonicalSlug = id,
        Name = $"Emulator: {name}",
        Description = "Answers from a script.",
        Created = GenerationIds.FirstCreated,
        ContextLength = contextLength,
        Architecture = new ModelArchitecture
        {
            Modality = "text->text",
            InputModalities = [new InputModality("text")],
            OutputModalities = [new OutputModality("text")],
        },
        Pricing = new PublicPricing { Prompt = promptPrice, Completion = completionPrice },
        TopProvider = new TopProviderInfo { ContextLength = contextLength, IsModerated = false },
        SupportedParameters = Parameters,
        Links = new ModelLinks { Details = $"/api/v1/models/{id}/endpoints" },
        AdditionalProperties = WireNull.Of("per_request_limits"),
    };
}
