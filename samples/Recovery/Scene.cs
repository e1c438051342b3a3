using System.Globalization;
using OpenRouter.Core;
using OpenRouter.Models;
using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Testing;
using Recovery.Faults;
using Recovery.Policies;

namespace Recovery;

/// <summary>One fault under one policy: what is shown while it happens, how it ends, and what it costs.</summary>
internal static class Scene
{
    public static async Task PlayAsync(Fault fault, Policy policy, TextWriter output, CancellationToken cancellationToken)
    {
        output.WriteLine($"{fault.Name} ({fault.Description}) / {policy.Name}");
        using var emulator = new OpenRouterEmulator { Pace = TimeSpan.FromMilliseconds(20) };
        emulator.Next([.. fault.Replies]).Always(FaultMenu.After);
        using var client = emulator.CreateClient(static options =>
        {
            // Short, so that the silence of a service is seen soon; 90 seconds otherwise.
            options.Timeouts = new CallTimeouts { Idle = TimeSpan.FromSeconds(1) };
            options.Retries = new RetryOptions { MaxRetries = 2 };
        });

        var request = client.Chat.CreateStreamingChatCompletion("first/model").AddUserMessage("Answer me in two halves.");
        if (fault.OffersTool)
        {
            request.AddFunctionTool(JsonModel.Parse<ChatFunctionDefinition>("""{"name":"weather","parameters":{"type":"object"}}"""));
        }

        await using var stream = request.StreamAsync(cancellationToken).WithRecovery(new RecoveryOptions { Steps = policy.Steps });
        var ending = await ShowAsync(stream, output);
        output.WriteLine($"  ending    {ending}");
        foreach (var attempt in stream.Answer.Attempts)
        {
            output.WriteLine($"  attempt {attempt.Number.ToString(CultureInfo.InvariantCulture)} {Describe(attempt)}");
        }

        // An attempt that broke off was billed too, and its stream could not say so: the service is asked.
        var repaired = await stream.RepairUsageAsync(cancellationToken);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  cost      ${repaired.Usage?.Cost ?? 0m:0.000000} in all"));
    }

    /// <summary>Shows the answer as it comes and says in words how it ended.</summary>
    private static async Task<string> ShowAsync(ChatStream<StreamingChatResponse> stream, TextWriter output)
    {
        output.Write("  shown     ");
        try
        {
            await foreach (var chunk in stream)
            {
                if (chunk.Recovery is { } recovery)
                {
                    output.Write(recovery.DiscardsText ? $" [taken back: {recovery.Kind}] " : $" [goes on: {recovery.Kind}] ");
                }

                output.Write(chunk.Choices is [var choice, ..] ? choice.Delta?.Content : null);
            }
        }
        catch (StreamInterruptedException interrupted)
        {
            var clock = interrupted.Clock is { } ran ? $", the clock {ran} ran out" : "";
            return End($"interrupted{clock}: {Part(interrupted)}");
        }
        catch (OpenRouterException failed)
        {
            return End($"failed with {(int?)failed.StatusCode}{(failed.ErrorType is { } type ? $" {type}" : "")}{(failed.IsTransient ? ", which may pass" : "")}: {Part(failed)}");
        }

        var answer = stream.Answer;
        return End(answer.FinishReason switch
        {
            "stop" or "tool_calls" => $"completed, {answer.FinishReason}",
            "length" => "completed as the service sees it, cut off by the limit of tokens: ask for more, or say so",
            "content_filter" => "ended by a filter: asking again does not help",
            var other => $"completed with a reason that this program does not know: {other}",
        });

        string End(string words)
        {
            output.WriteLine();
            return words;
        }
    }

    private static string Part(OpenRouterException exception)
    {
        var partial = exception.Partial;
        var calls = partial?.ToolCalls.Count(static call => !call.IsComplete) ?? 0;
        return string.Create(CultureInfo.InvariantCulture, $"{partial?.Text.Length ?? 0} characters{(calls > 0 ? $" and {calls} tool call that must not be run" : "")} had arrived");
    }

    private static string Describe(CallAttempt attempt)
    {
        var wait = attempt.Delay > TimeSpan.Zero ? ", after a wait" : "";
        var status = attempt.StatusCode is { } code ? $" {code.ToString(CultureInfo.InvariantCulture)}" : "";
        return $"{attempt.Outcome}{status}{(attempt.Clock is { } clock ? $" by the clock {clock}" : "")}{wait}";
    }
}
