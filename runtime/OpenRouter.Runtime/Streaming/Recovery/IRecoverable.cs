using OpenRouter.Core;
using OpenRouter.Runtime.Http;

namespace OpenRouter.Runtime.Streaming.Recovery;

/// <summary>A stream as a recovery sees it.</summary>
internal interface IRecoverable
{
    /// <summary>The call.</summary>
    ApiCall Call { get; }

    /// <summary>The answer so far.</summary>
    ChatAnswer Snapshot();

    /// <summary>Prepares the attempts of a step.</summary>
    void Begin(RecoveryPlan plan, ChatAnswer partial);

    /// <summary>Makes attempts until one works.</summary>
    ValueTask OpenAsync();

    /// <summary>Goes on with the answer of the step that works.</summary>
    void Settle();

    /// <summary>Ends with what had arrived before the first step.</summary>
    void GiveUp(ChatAnswer partial, OpenRouterException failure);
}
