using Microsoft.CodeAnalysis;

using OpenRouter.Analyzers.Rules.OR5003_WaitForToolArguments;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR5003_WaitForToolArguments;

public sealed class WaitForToolArgumentsTriggerTests
{
    public static TheoryData<string, string> Parsed => new()
    {
        { "document", "Show(JsonDocument.Parse([|call.Function!.Arguments|]!));" },
        { "node", "Show(JsonNode.Parse([|call.Function!.Arguments|]!));" },
        { "serializer", "Show(JsonSerializer.Deserialize<int>([|call.Function!.Arguments|]!));" },
        { "conditional access", "Show(JsonSerializer.Deserialize<int>([|call.Function?.Arguments ?? \"{}\"|]));" },
        { "local of the loop", "var text = call.Function?.Arguments; if (text is not null) Show(JsonDocument.Parse([|text|]));" },
        { "pattern", "if (call.Function?.Arguments is { Length: > 0 } text) Show(JsonDocument.Parse([|text|]));" },
        { "nested pattern", "if (call is { Function.Arguments: { } text }) Show(JsonDocument.Parse([|text|]));" },
        { "at the finish reason", "if (chunk.Choices![0].FinishReason == FinishReason.ToolCalls) Show(JsonDocument.Parse([|call.Function!.Arguments|]!));" },
        { "caught as something else", "try { Show(JsonDocument.Parse([|call.Function!.Arguments|]!)); } catch (IOException) { }" },
    };

    public static TheoryData<string, string> Mixed => new()
    {
        { "builder", "_all.Append([|call.Function?.Arguments|]);" },
        { "local builder", "builder.Append([|call.Function!.Arguments|]);" },
        { "string", "sum += [|call.Function?.Arguments|];" },
        { "pattern", "if (call.Function?.Arguments is { } text) builder.Append([|text|]);" },
        { "with its name", "if (call.Function?.Name is { } name) Show(name); builder.Append([|call.Function?.Arguments|]);" },
    };

    [Theory]
    [MemberData(nameof(Parsed))]
    public Task Piece_GivenToAParser_Warns(string situation, string body) => VerifyAsync(situation, body, DiagnosticSeverity.Warning);

    [Theory]
    [MemberData(nameof(Mixed))]
    public Task Pieces_OfAllCallsInOne_Inform(string situation, string body) => VerifyAsync(situation, body, DiagnosticSeverity.Info);

    private static async Task VerifyAsync(string situation, string body, DiagnosticSeverity severity)
    {
        Assert.NotEmpty(situation);
        var document = await RuleVerifier<WaitForToolArgumentsAnalyzer>.VerifyAsync("using System.Text.Json;\nusing System.Text.Json.Nodes;\n" + Sample.With($$"""
            readonly StringBuilder _all = new();
            async Task Run()
            {
                var sum = ""; var builder = new StringBuilder();
                await foreach (var chunk in Ask.StreamAsync().WithCancellation(default).ConfigureAwait(false))
                {
                    foreach (var call in chunk.Choices?[0].Delta?.ToolCalls ?? []) { {{body}} }
                }

                Show(sum); Show(builder);
            }
            """));
        Assert.Equal(severity, Assert.Single(await RuleVerifier<WaitForToolArgumentsAnalyzer>.DiagnosticsAsync(document.Project)).Severity);
    }
}
