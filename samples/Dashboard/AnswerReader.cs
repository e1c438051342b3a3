using Dashboard.Measuring;
using OpenRouter.Core;
using OpenRouter.Runtime.Streaming;

namespace Dashboard;

/// <summary>Reads the stream to its end, whatever that is, and tells the board. It draws nothing and decides nothing about the screen.</summary>
internal static class AnswerReader
{
    /// <summary>Sends the request and reads the answer.</summary>
    /// <returns>The exit code that the end deserves.</returns>
    public static async Task<int> ReadAsync(IOpenRouterClient client, DashboardArguments arguments, string prompt, AnswerBoard board, CancellationToken cancellationToken)
    {
        var request = client.Chat.CreateStreamingChatCompletion(arguments.Model);
        if (arguments.System is { } system)
        {
            request.AddSystemMessage(system);
        }

        if (arguments.MaxTokens is { } limit)
        {
            request.WithMaxTokens(limit);
        }

        await using var stream = request.AddUserMessage(prompt).StreamAsync(cancellationToken);
        stream.OnKeepAlive = _ => board.KeepAlive();
        try
        {
            await foreach (var piece in stream.AsValues())
            {
                var chunk = piece.Frame;
                board.Identify(chunk.Model, chunk.Provider, stream.GenerationId);
                board.Add(piece.Text ?? piece.Refusal, piece.Reasoning);
            }

            var answer = stream.Answer;
            board.End(StateOf(answer.FinishReason), answer, RemarkOn(answer));
            return ExitCode.Answered;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            board.End(AnswerState.Stopped, stream.Answer, remark: null);
            return ExitCode.Stopped;
        }
        catch (OpenRouterException exception)
        {
            var answer = stream.Answer;
            board.End(answer.TimeToFirstToken is null ? AnswerState.Failed : AnswerState.Interrupted, answer, exception.Message);
            return ExitCode.Failed;
        }
    }

    private static AnswerState StateOf(string? finishReason) => finishReason switch
    {
        "length" => AnswerState.CutOff,
        "content_filter" => AnswerState.Filtered,
        _ => AnswerState.Finished,
    };

    /// <summary>What to know about an answer that ended in an unusual way; null when all is well.</summary>
    private static string? RemarkOn(ChatAnswer answer) => answer.FinishReason switch
    {
        "length" => "The answer is cut off: it reached the limit of tokens.",
        "content_filter" => "The answer is cut off: a content filter stopped it.",
        _ when answer.Refusal is { Length: > 0 } => "The model refused to answer.",
        _ => null,
    };
}
