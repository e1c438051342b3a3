namespace OpenRouter.Analyzers.Tests.OR5002_AskForJson;

/// <summary>The class around the members that a test shows.</summary>
internal static class Sample
{
    public static string With(string members)
    {
        return $$"""
            using System.Text.Json;
            using System.Text.Json.Nodes;
            class Sample
            {
                readonly IOpenRouterClient _client = null!;
                static void Show(object? value) => Console.WriteLine(value);

            {{members}}
            }
            """;
    }
}
