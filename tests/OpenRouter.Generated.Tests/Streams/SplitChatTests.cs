using OpenRouter.Core;
using OpenRouter.Generated.Tests.Wire;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Generated.Tests.Streams;

/// <summary>The small recordings, split and cut at each of their bytes. One test a file: a test a place would be a hundred thousand.</summary>
public sealed class SplitChatTests
{
    private const string Folder = "openrouter-real";
    private const int SmallBytes = 8 * 1024;

    public static TheoryData<string> Files
        => [.. SharedFiles.Names("streams/" + Folder, "or-chat-*.sse").Select(static row => row.Data).Where(IsSmall)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Recording_SplitAtEachByte_GivesTheSameAnswer(string file)
    {
        using var player = ChatPlayer.OfFile(Folder, file);
        var whole = AnswerPrint.Of((await player.RunAsync()).Answer);
        player.OnlyByShape = true;

        for (var place = 1; place < player.Handler.Body.Length; place++)
        {
            player.Handler.SplitAt = place;
            var split = AnswerPrint.Of((await player.RunAsync()).Answer);
            Assert.True(whole == split, $"{file} split at {place}:\n{split}\ninstead of\n{whole}");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Recording_CutAfterEachByte_IsCompleteOnlyWhenItsEndWasSeen(string file)
    {
        using var player = ChatPlayer.OfFile(Folder, file);
        var body = player.Handler.Body;
        var wire = WireReference.Of(body.Span);

        for (var bytes = 0; bytes < body.Length; bytes++)
        {
            player.Handler.Body = body[..bytes];
            await AssertEndAsync(player, wire.After(bytes), $"{file} cut after {bytes} bytes");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Recording_ResetAfterAnEvent_IsCompleteOnlyWhenItsEndWasSeen(string file)
    {
        using var player = ChatPlayer.OfFile(Folder, file);
        var body = player.Handler.Body;
        var wire = WireReference.Of(body.Span);
        player.Handler.IsReset = true;

        foreach (var item in wire.Events)
        {
            player.Handler.Body = body[..(item.End + 2)];
            await AssertEndAsync(player, item, $"{file} reset after {item.End + 2} bytes");
        }
    }

    private static async Task AssertEndAsync(ChatPlayer player, WireEvent seen, string what)
    {
        var expected = seen switch
        {
            { HasError: true } => AnswerOutcome.Failed,
            { ProvesCompleteness: true } => AnswerOutcome.Completed,
            _ => AnswerOutcome.Interrupted,
        };

        var (answer, failure) = await player.RunAsync();

        Assert.True(expected == answer.Outcome, $"{what}: {answer.Outcome} instead of {expected}");
        Assert.True(seen.Text == answer.Text, $"{what}: the text is \"{answer.Text}\" instead of \"{seen.Text}\"");
        Assert.True((failure is StreamInterruptedException) == (expected == AnswerOutcome.Interrupted), $"{what}: {failure}");
        Assert.True(failure is null || failure.Partial?.Text == seen.Text, $"{what}: the partial answer is missing");
        Assert.True(expected == AnswerOutcome.Completed || answer.ToolCalls.All(static call => !call.IsComplete), $"{what}: a tool call passes for complete");
    }

    private static bool IsSmall(string file)
        => SharedFiles.Find($"streams/{Folder}/{file}") is not { } path || new FileInfo(path).Length <= SmallBytes;
}
