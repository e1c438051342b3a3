using System.Net.ServerSentEvents;
using System.Text.Json;
using OpenRouter.Benchmarks.Contenders.Floors;

namespace OpenRouter.Benchmarks.Contenders.Expert;

/// <summary>What an expert writes by hand today: System.Net.ServerSentEvents and a System.Text.Json source-generated context with all fields.</summary>
internal sealed class ExpertContender : IContender
{
    public string Name => "expert: SseParser + STJ source generation";

    public async Task ReadAsync(HttpMessageHandler handler, Uri address, Tally tally)
    {
        using var client = new HttpClient(handler, disposeHandler: false);
        using var response = await FloorRequest.SendAsync(client, address);
        await using var body = await response.Content.ReadAsStreamAsync();
        var parser = SseParser.Create(body, static (_, data) => data.SequenceEqual("[DONE]"u8) ? null : JsonSerializer.Deserialize(data, ExpertJson.Default.ExpertChunk));
        await foreach (var item in parser.EnumerateAsync())
        {
            if (item.Data is not { } chunk)
            {
                break;
            }

            Read(chunk, tally);
        }
    }

    private static void Read(ExpertChunk chunk, Tally tally)
    {
        if (chunk.Usage is { } usage)
        {
            tally.Usage(usage.CompletionTokens);
        }

        if (chunk.Choices is not [var choice, ..])
        {
            return;
        }

        if (choice.FinishReason is { } reason)
        {
            tally.Finish(reason);
        }
        else if (tally.EveryField)
        {
            tally.Fields(ExpertFields.Sum(chunk));
        }

        if (choice.Delta is not { } delta)
        {
            return;
        }

        if (delta.Content is { } content)
        {
            tally.Content(content);
        }

        if (delta.Reasoning is { } reasoning)
        {
            tally.Reasoning(reasoning);
        }

        foreach (var call in delta.ToolCalls ?? [])
        {
            if (call.Function?.Arguments is { } arguments)
            {
                tally.Arguments(arguments);
            }
        }
    }
}
