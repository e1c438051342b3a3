using OpenRouter.Benchmarks.Answers;
using OpenRouter.Benchmarks.Measuring;
using OpenRouter.Benchmarks.Requests;
using OpenRouter.Core;

namespace OpenRouter.Benchmarks.Tables;

/// <summary>Reading plain answers: the list of models, and a long completion.</summary>
internal static class AnswerTable
{
    private const int Runs = 20;

    public static async Task PrintAsync(TextWriter output)
    {
        var table = new Table(output, "an answer", isLarge: true);
        await AddAsync(table, ModelsBody.Write(), AnswerReading.OfModels);
        await AddAsync(table, CompletionBody.Long(), AnswerReading.OfCompletion);
        table.Print("Plain answers");
    }

    private static async Task AddAsync(Table table, byte[] json, Func<byte[], OpenRouterClient, HttpClient, AnswerReading> create)
    {
        using var handler = new CopyingHandler(json);
        using var client = new OpenRouterClient(new OpenRouterClientOptions { ApiKey = "test", Handler = handler });
        using var http = new HttpClient(handler, disposeHandler: false);
        var reading = create(json, client, http);
        table.Add($"{reading.Name}, from memory", await Rounds.RunAsync(reading.Read, Runs, units: 1));
        table.Add($"{reading.Name}, by a call", await Rounds.RunAsync(reading.Received, Runs, units: 1));
    }
}
