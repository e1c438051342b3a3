using System.Threading.Channels;
using Dashboard.Measuring;
using Dashboard.View;
using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.Tests.Dashboard.View;

/// <summary>When the lines of figures are written that stand apart from a text in a pipe.</summary>
public sealed class PlainViewTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Figures_AreWrittenAfterTwoSecondsAndAtTheEnd()
    {
        var time = new ManualTime();
        var board = new AnswerBoard("a/b", maxTokens: null, time);
        using var output = new StringWriter();
        using var notes = new Lines();
        var reading = new TaskCompletionSource();
        var showing = new PlainView(board, output, notes, isShared: false, time).ShowAsync(reading.Task);
        await time.SeeWaitAsync(Token);

        board.Add("Hello there", null);
        time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(notes.Written.TryRead(out _));
        time.Advance(TimeSpan.FromSeconds(0.1));
        var line = await notes.Written.ReadAsync(Token);
        reading.SetResult();
        await showing;

        Assert.Matches(@"^answering \| ≈ \d+ tokens out \| .*first token after 0\.00 s \| 2\.0 s$", line);
        Assert.Equal("Hello there", output.ToString().TrimEnd());
        Assert.StartsWith("answering | ", Assert.Single(await RestAsync(notes)), StringComparison.Ordinal);
    }

    private static async Task<List<string>> RestAsync(Lines notes)
    {
        notes.Close();
        return await notes.Written.ReadAllAsync(Token).ToListAsync(Token);
    }

    private sealed class Lines : StringWriter
    {
        private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

        public ChannelReader<string> Written => _lines.Reader;

        public override void WriteLine(string? value) => _lines.Writer.TryWrite(value ?? "");

        public override void Close()
        {
            _lines.Writer.TryComplete();
            base.Close();
        }
    }
}
