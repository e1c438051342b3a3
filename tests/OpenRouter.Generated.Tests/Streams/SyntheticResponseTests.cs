using OpenRouter.Core;
using OpenRouter.Generated.Tests.Wire;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Generated.Tests.Streams;

/// <summary>Every way in which a stream of /responses can end, whole and one byte at a time.</summary>
public sealed class SyntheticResponseTests
{
    [Theory]
    [InlineData("responses-00-ok", AnswerOutcome.Completed, 0)]
    [InlineData("responses-01-failed", AnswerOutcome.Failed, 0)]
    [InlineData("responses-02-error-flat", AnswerOutcome.Failed, 0)]
    [InlineData("responses-03-error-nested", AnswerOutcome.Failed, 0)]
    [InlineData("responses-04-response-error", AnswerOutcome.Failed, 0)]
    [InlineData("responses-05-incomplete", AnswerOutcome.Completed, 0)]
    [InlineData("responses-06-unknown-event", AnswerOutcome.Completed, 1)]
    [InlineData("responses-07-no-terminal", AnswerOutcome.Interrupted, 0)]
    [InlineData("responses-08-named", AnswerOutcome.Completed, 0)]
    [InlineData("responses-09-fusion", AnswerOutcome.Completed, 0)]
    public async Task ResponseStream_OfAnyEnd_EndsSo(string file, AnswerOutcome expected, int unknown)
    {
        using var handler = Open(file);
        foreach (var slice in new[] { int.MaxValue, 1 })
        {
            handler.SliceBytes = slice;
            var (events, outcome, failure) = await RecordedResponseTests.ReadAsync(handler);

            Assert.Equal(expected, outcome);
            Assert.Equal(expected == AnswerOutcome.Completed, failure is null);
            Assert.Equal(expected == AnswerOutcome.Interrupted, failure is StreamInterruptedException);
            Assert.Equal(unknown, events.Count(static item => item.Unknown is not null));
        }
    }

    [Theory]
    [InlineData("responses-01-failed", "server_error", "Provider returned error")]
    [InlineData("responses-02-error-flat", "rate_limit_exceeded", "Rate limited")]
    [InlineData("responses-03-error-nested", "server_error", "x")]
    [InlineData("responses-04-response-error", "server_error", "x")]
    public async Task ResponseStream_WithAnError_TellsItsCodeAndMessage(string file, string code, string message)
    {
        using var handler = Open(file);

        var (_, _, failure) = await RecordedResponseTests.ReadAsync(handler);

        Assert.Equal(code, failure!.Code);
        Assert.Contains($"({code}: {message})", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResponseStream_ThatFailed_TellsTheTypeOfTheError()
    {
        using var handler = Open("responses-01-failed");

        Assert.Equal(OpenRouterErrorType.ProviderUnavailable, (await RecordedResponseTests.ReadAsync(handler)).Failure!.ErrorType);
    }

    private static PlayedBody Open(string file) => new(File.ReadAllBytes(SharedFiles.Require($"streams/synthetic/{file}.sse")));
}
