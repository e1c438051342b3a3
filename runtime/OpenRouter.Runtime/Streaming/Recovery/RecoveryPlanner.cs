using OpenRouter.Core;
using OpenRouter.Runtime.Http;

namespace OpenRouter.Runtime.Streaming.Recovery;

/// <summary>Takes one step after the other, and passes over those that would make something false.</summary>
/// <param name="options">The steps.</param>
/// <param name="canDiscard">Whether the reader can be told to discard what it has.</param>
internal sealed class RecoveryPlanner(RecoveryOptions options, bool canDiscard)
{
    private readonly List<StreamRecovery> _done = [];
    private ApiRequest? _original;
    private StreamRecovery? _current;
    private int _next;

    /// <summary>The recoveries that worked.</summary>
    public IReadOnlyList<StreamRecovery> Done => [.. _done];

    /// <summary>Takes steps until the answer of one begins; false when none does, or when the failure is none to recover from.</summary>
    public async ValueTask<bool> RecoverAsync(IRecoverable stream, OpenRouterException failure)
    {
        if (!(options.When?.Invoke(failure) ?? failure.IsTransient))
        {
            return false;
        }

        var partial = stream.Snapshot();
        while (TryPlan(stream.Call, partial, failure) is { } plan)
        {
            stream.Begin(plan, partial);
            try
            {
                await stream.OpenAsync().ConfigureAwait(false);
                stream.Settle();
                _done.Add(plan.Marker);
                options.OnRecovery?.Invoke(plan.Marker);
                stream.Call.Telemetry?.Recovery(plan.Marker);
                return true;
            }
            catch (OpenRouterException)
            {
                // It stands in the attempts; the first failure is the one that is told when nothing helps.
            }
        }

        stream.GiveUp(partial, failure);
        return false;
    }

    /// <summary>The answer that went on from a partial one.</summary>
    public ChatAnswer Join(ChatAnswer before, ChatAnswer after) => AnswerJoin.Continue(before, after);

    /// <summary>The next step that can be taken; null when none is left.</summary>
    private RecoveryPlan? TryPlan(ApiCall call, ChatAnswer partial, OpenRouterException failure)
    {
        _original ??= call.Request;
        while (_next < options.Steps.Count)
        {
            var step = options.Steps[_next++];
            if (RequestFor(step, _original, partial) is { } request)
            {
                _current = new StreamRecovery { Kind = step.Kind, Model = step.Model, PartialText = partial.Text, Cause = failure };
                return new RecoveryPlan(request, step.Kind != RecoveryKind.Unstreamed, _current);
            }
        }

        _current = null;
        return null;
    }

    /// <summary>What finds the text that an answer repeats; null unless it continues one.</summary>
    public OverlapTrim? CreateOverlap() => _current is { Kind: RecoveryKind.Continue } recovery ? new OverlapTrim(recovery.PartialText) : null;

    private ApiRequest? RequestFor(RecoveryStep step, ApiRequest original, ChatAnswer partial)
    {
        if (step.Kind != RecoveryKind.Continue && !canDiscard && partial.Text.Length > 0)
        {
            return null;
        }

        var body = step.Kind switch
        {
            RecoveryKind.Continue => CanContinue(partial) ? RequestRewrite.Continue(original, partial.Text) : null,
            RecoveryKind.OtherModel => RequestRewrite.WithModel(original, step.Model!),
            RecoveryKind.Unstreamed => RequestRewrite.Unstreamed(original),
            _ => original.Body,
        };
        return body is null ? null : original.WithBody(body);
    }

    /// <summary>Only plain text of one choice can be gone on from.</summary>
    private bool CanContinue(ChatAnswer partial)
        => partial is { FinishReason: null, ToolCalls.Count: 0, Refusal: null, Audio: null, OtherChoices.Count: 0 }
            && !string.IsNullOrWhiteSpace(partial.Text)
            && partial.Text.Length <= options.MaxPartialChars;
}
