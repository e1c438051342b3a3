using System.IO.Pipelines;
using OpenRouter.Core;
using OpenRouter.Native.Chats;
using OpenRouter.Native.Checking;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Native.Sections;

/// <summary>Streams whose bytes are passed on, into a stream and into a pipe.</summary>
internal static class RelaySection
{
    public static async Task RunAsync(Section section)
    {
        await RunAsync(section, ChatKinds.Handwritten);
        await RunAsync(section, ChatKinds.Generated);
    }

    private static async Task RunAsync<TChunk>(Section section, ChatKind<TChunk> kind)
        where TChunk : class, IChatChunk<TChunk>
    {
        foreach (var (name, body) in ChatStreamEndings.Complete)
        {
            await section.RunAsync($"{name}, {kind.Name}, into a stream", async () =>
            {
                using var target = new MemoryStream();
                await using var stream = kind.OpenBody(body);
                Assert.Equal("Hi", (await stream.RelayToAsync(target)).Text);
                Assert.Equal(Wire.Bytes(body), target.ToArray());
            });
            await section.RunAsync($"{name}, {kind.Name}, into a pipe", async () =>
            {
                var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
                await using var stream = kind.OpenBody(body);
                Assert.Equal("Hi", (await stream.RelayToAsync(pipe.Writer)).Text);
                await pipe.Writer.CompleteAsync();
                using var target = new MemoryStream();
                await pipe.Reader.CopyToAsync(target);
                Assert.Equal(Wire.Bytes(body), target.ToArray());
            });
        }

        foreach (var (name, body) in ChatStreamEndings.Cut)
        {
            await section.RunAsync($"{name}, {kind.Name}", () => FailsAsync<TChunk, StreamInterruptedException>(kind, body));
        }

        foreach (var (name, body, _) in ChatStreamEndings.Failing)
        {
            await section.RunAsync($"{name}, {kind.Name}", () => FailsAsync<TChunk, OpenRouterException>(kind, body));
        }
    }

    private static async Task FailsAsync<TChunk, TException>(ChatKind<TChunk> kind, string body)
        where TChunk : class, IChatChunk<TChunk>
        where TException : Exception
    {
        using var target = new MemoryStream();
        await using var stream = kind.OpenBody(body);
        await Assert.ThrowsAsync<TException>(() => stream.RelayToAsync(target));
        Assert.Equal(Wire.Bytes(body), target.ToArray());
    }
}
