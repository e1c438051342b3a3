using System.Text.Json.Serialization;

namespace HighVolume.Measuring;

/// <summary>The figures for programs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(IReadOnlyList<Figures>))]
internal sealed partial class FiguresJson : JsonSerializerContext;
