using OpenRouter.Analyzers.Rules.OR5003_WaitForToolArguments;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR5003_WaitForToolArguments;

public sealed class WaitForToolArgumentsSilenceTests
{
    public static TheoryData<string, string> Bodies => new()
    {
        { "kept by index", "if (!byIndex.TryGetValue(call.Index, out var own)) byIndex[call.Index] = own = new(); own.Append(call.Function?.Arguments);" },
        { "kept by id", "if (call.Id is { } id) last = id; sum += call.Function?.Arguments;" },
        { "index compared", "if (call.Index > 0) continue; builder.Append(call.Function?.Arguments);" },
        { "index in a pattern", "if (call is { Index: 0 }) builder.Append(call.Function?.Arguments);" },
        { "accumulator parsed", "if (call.Index == 0) builder.Append(call.Function?.Arguments); Show(JsonDocument.Parse(builder.ToString()));" },
        { "begun anew with each name", "if (call.Function?.Name is { }) { builder.Clear(); sum = \"\"; } builder.Append(call.Function?.Arguments); sum += call.Function?.Arguments;" },
        { "failure caught", "try { Show(JsonDocument.Parse(call.Function!.Arguments!)); } catch (JsonException) { }" },
        { "every failure caught", "try { Show(JsonDocument.Parse(call.Function!.Arguments!)); } catch { }" },
        { "local that is added to", "var text = last; text += call.Id + call.Function?.Arguments; Show(JsonDocument.Parse(text));" },
        { "builder of the round", "var own = new StringBuilder(); own.Append(call.Function?.Arguments); Show(own);" },
        { "call goes elsewhere", "Show(call); builder.Append(call.Function?.Arguments);" },
        { "shown", "Show(call.Function?.Arguments);" },
        { "text of the answer", "builder.Append(chunk.Choices?[0].Delta?.Content);" },
        { "parsed text that is none of arguments", "Show(JsonDocument.Parse(last)); Show(call.Index);" },
        { "collected answer", "foreach (var whole in stream.Answer.ToolCalls) Show(JsonDocument.Parse(whole.Arguments));" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Pieces_PutTogetherOrUnseen_AreSilent(string situation, string body)
    {
        Assert.NotEmpty(situation);
        await VerifyAsync($$"""
            async Task Run()
            {
                var sum = ""; var last = ""; var builder = new StringBuilder(); var byIndex = new Dictionary<long, StringBuilder>();
                var stream = Ask.StreamAsync();
                await foreach (var chunk in stream)
                {
                    foreach (var call in chunk.Choices?[0].Delta?.ToolCalls ?? []) { {{body}} }
                }

                Show(sum); Show(last); Show(builder); Show(byIndex);
            }
            """);
    }

    [Fact]
    public Task Answer_NotStreamed_IsSilent() => VerifyAsync("""
        async Task Run()
        {
            var result = await Say.SendAsync();
            foreach (var call in result.Choices[0].Message.ToolCalls!) Show(JsonDocument.Parse(call.Function.Arguments));
        }
        """);

    [Fact]
    public Task Answer_CollectedAndParsed_IsSilent() => VerifyAsync("""
        async Task Run()
        {
            foreach (var call in (await Ask.StreamAsync().CollectAsync()).ToolCalls) Show(JsonSerializer.Deserialize<int>(call.Arguments));
        }
        """);

    private static async Task VerifyAsync(string members)
    {
        await RuleVerifier<WaitForToolArgumentsAnalyzer>.VerifyAsync("using System.Text.Json;\n" + Sample.With(members));
    }
}
