using OpenRouter.Core;
using OpenRouter.Runtime.Http;

namespace OpenRouter.Runtime.Streaming.Recovery;

/// <summary>What a recovery sends.</summary>
/// <param name="Request">The request.</param>
/// <param name="IsStreamed">Whether its answer is streamed.</param>
/// <param name="Marker">What the reader is told.</param>
internal sealed record RecoveryPlan(ApiRequest Request, bool IsStreamed, StreamRecovery Marker);
