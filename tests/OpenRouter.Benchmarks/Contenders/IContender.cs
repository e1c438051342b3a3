using OpenRouter.Benchmarks.Bodies;

namespace OpenRouter.Benchmarks.Contenders;

/// <summary>A way to read a stream through a public API, from the request to the last chunk. Another one is a class and a line in <see cref="AllContenders"/>.</summary>
internal interface IContender
{
    /// <summary>The name in the table.</summary>
    string Name { get; }

    /// <summary>What it must report of a body: all of it, unless it delivers less.</summary>
    ReadResult Expected(StreamBody body) => body.Expected;

    /// <summary>Sends a request and reads the stream to its end.</summary>
    /// <param name="handler">What to send through.</param>
    /// <param name="address">The address of the service, with a slash at its end.</param>
    /// <param name="tally">What is told of each chunk.</param>
    Task ReadAsync(HttpMessageHandler handler, Uri address, Tally tally);
}
