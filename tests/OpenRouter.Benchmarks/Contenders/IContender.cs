using OpenRouter.Benchmarks.Bodies;

namespace OpenRouter.Benchmarks.Contenders;

/// <summary>A way to read a stream through a public API, from the request to the last chunk.</summary>
internal interface IContender
{
    string Name { get; }

    Task<ReadResult> ReadAsync(HttpMessageHandler handler);
}
