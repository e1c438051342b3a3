using Chat.Output;
using Chat.Tools;
using OpenRouter.Core;
using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Streaming;

namespace Chat.Conversation;

/// <summary>Asks questions one after the other: each goes out with what was said before, and what comes back is shown and kept.</summary>
internal sealed class Questions(IOpenRouterClient client, ChatSettings settings, IAnswerOutput output, Interrupts interrupts)
{
    /// <summary>A model that never stops calling must not run for ever.</summary>
    private const int MostRounds = 6;

    public History History { get; } = new();

    public Spending Spending { get; } = new();

    /// <summary>The last question, when its answer failed: nothing of it is in the history.</summary>
    public string? Unanswered { get; private set; }

    /// <summary>Asks a question and shows its answer.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public async Task<int> AskAsync(string question)
    {
        using var interrupt = interrupts.Begin();
        Unanswered = question;
        var steps = new List<Step>();
        var turn = new Turn(question, settings.Model, steps);
        try
        {
            for (var round = 0; round < MostRounds; round++)
            {
                await using var stream = RequestMaker.Make(client, settings, [.. History.Turns, turn]).StreamAsync(interrupt.Token);
                var end = await ReadAsync(stream);
                Spending.Add(stream.Answer);
                if (end != ExitCode.Answered)
                {
                    KeepWhatWasStopped(end, turn, stream.Answer);
                    return end;
                }

                var answer = stream.Answer;
                // Calls that the limit of tokens cut off are not run: with the same limit they would be cut off again.
                if (answer.ToolCalls.Count == 0 || answer.FinishReason == "length")
                {
                    output.Finished(answer);
                    steps.Add(new Step(answer, []));
                    Keep(turn);
                    return ExitCode.Answered;
                }

                steps.Add(new Step(answer, Run(answer.ToolCalls)));
            }

            output.Failed($"The model has called functions {MostRounds} times in a row and is stopped here.", steps[^1].Answer);
            return ExitCode.Failed;
        }
        finally
        {
            interrupts.End();
        }
    }

    private async Task<int> ReadAsync(ChatStream<StreamingChatResponse> stream)
    {
        var thoughts = new WholeCharacters();
        var texts = new WholeCharacters();
        try
        {
            await foreach (var chunk in stream)
            {
                if (chunk.Choices is not [{ Delta: { } delta }, ..])
                {
                    continue;
                }

                if (thoughts.Add(delta.Reasoning) is { Length: > 0 } thought)
                {
                    output.Reasoning(thought);
                }

                if (texts.Add(delta.Content ?? delta.Refusal) is { Length: > 0 } text)
                {
                    output.Text(text);
                }
            }

            return ExitCode.Answered;
        }
        catch (OperationCanceledException)
        {
            output.Stopped(stream.Answer);
            return ExitCode.Stopped;
        }
        catch (OpenRouterException exception)
        {
            output.Failed(exception, stream.Answer);
            return ExitCode.Failed;
        }
    }

    private List<string> Run(IReadOnlyList<ToolCall> calls)
    {
        var results = new List<string>(calls.Count);
        foreach (var call in calls)
        {
            var result = ToolBox.Run(call);
            output.ToolRun(call, result);
            results.Add(result);
        }

        return results;
    }

    /// <summary>Whoever stopped an answer has read it so far, and may speak of it. Its calls were not run, so they are not kept, nor is reasoning that may be cut off.</summary>
    private void KeepWhatWasStopped(int end, Turn turn, ChatAnswer answer)
    {
        if (end == ExitCode.Stopped && answer.Text.Length > 0)
        {
            Keep(turn with { Steps = [.. turn.Steps, new Step(answer with { ToolCalls = [], ReasoningDetails = [] }, [])] });
        }
    }

    private void Keep(Turn turn)
    {
        History.Add(turn);
        Unanswered = null;
    }
}
