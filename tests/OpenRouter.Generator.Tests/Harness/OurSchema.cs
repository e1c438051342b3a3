using Microsoft.CodeAnalysis;

namespace OpenRouter.Generator.Tests.Harness;

/// <summary>The schema document and overlay that OpenRouter.Generated ships.</summary>
internal static class OurSchema
{
    public static readonly (string Name, string Value)[] Settings =
        [("OpenRouterNamespace", "OpenRouter"), ("OpenRouterClientName", "OpenRouterClient")];

    public static string Document { get; } = Read("openrouter.openapi.json");

    public static string Overlay { get; } = Read("openrouter.overlay.json");

    public static IReadOnlyList<AdditionalText> Files() => Files(Document);

    public static IReadOnlyList<AdditionalText> Files(string document) =>
        [new MemoryText("openrouter.openapi.json", document), new MemoryText("openrouter.overlay.json", Overlay)];

    private static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Schema", name));
}
