using Bunit;
using OpenRouter.Samples.Blazor.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Samples.Blazor.Tests.Components;

/// <summary>Every end of an answer is told apart from a whole one.</summary>
public sealed class AnswerEndTests
{
    public static TheoryData<string, string, string> Endings => new()
    {
        { "length", "Once upon a", "The answer is cut off: it reached the limit of tokens." },
        { "filter", "Once upon a", "The answer is cut off: a content filter stopped it." },
        { "unknown", "Once upon a", "The answer ended in a way that this page does not know. It may not be whole." },
        { "broken", "Once upon a", "The answer stopped early: the connection broke off. (Reference " },
        { "error", "Once upon", "The answer stopped early: the service had a problem. (Reference " },
        { "credit", "", "The service did not accept the request of this site. Only its operator can change that. (Reference " },
        { "busy", "", "The service is busy. Try again in 7 seconds. (Reference " },
        { "down", "", "The service could not be reached or had a problem. (Reference " },
        { "empty", "", "The model answered with nothing." },
    };

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task Answer_NotWhole_SaysSoAndOffersRetry(string ending, string text, string note)
    {
        await using var context = new ChatContext();
        context.Emulator.Next(Ending(ending));
        var page = context.Open();

        await page.AskToTheEndAsync(context, "Tell me a story.");

        Assert.Equal(text, page.LastAnswer());
        Assert.StartsWith(note, Assert.Single(page.Notes()), StringComparison.Ordinal);
        Assert.Single(page.FindAll(".retry"));
        Assert.DoesNotContain("secret detail", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_Whole_SaysWhatItCostAndOffersNoRetry()
    {
        await using var context = new ChatContext();
        context.Emulator.Next(Reply.Text("Bern.").WithUsage(1234, 5, 0.0012m).WithProvider("Acme"));
        var page = context.Open();

        await page.AskToTheEndAsync(context, "The capital of Switzerland?");

        Assert.Equal("Bern.", page.LastAnswer());
        Assert.Empty(page.Notes());
        Assert.Empty(page.FindAll(".retry"));
        Assert.StartsWith("1,234 tokens in, 5 out · $0.0012 · Acme · ", page.Find(".statistics").TextContent, StringComparison.Ordinal);
        Assert.Contains("first token after", page.Find(".statistics").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_WithReasoning_ShowsItApart()
    {
        await using var context = new ChatContext();
        context.Emulator.Next(Reply.Text("No.").WithReasoning("91 is 7 times 13."));
        var page = context.Open();

        await page.AskToTheEndAsync(context, "Is 91 prime?");

        Assert.Equal("91 is 7 times 13.", page.Find("details.reasoning .plain").TextContent);
        Assert.Equal("No.", page.LastAnswer());
    }

    [Fact]
    public async Task Answer_LongerThanThePageShows_IsCutOffAndNotReadToItsEnd()
    {
        await using var context = new ChatContext(static settings => settings.MaxAnswerChars = 100);
        context.Emulator.Next(Reply.Pieces([.. Enumerable.Repeat("word ", 1000)]).WithPace(TimeSpan.FromMilliseconds(1)));
        var page = context.Open();

        await page.AskToTheEndAsync(context, "Go on for ever.");

        Assert.Equal("The answer is cut off: it is longer than this page shows.", Assert.Single(page.Notes()));
        Assert.InRange(page.LastAnswer().Length, 90, 110);
        await context.Emulator.Requests[0].Ended.WaitAsync(TestContext.Current.CancellationToken);
        Assert.True(context.Emulator.Requests[0].Aborted);
    }

    private static Reply Ending(string ending) => ending switch
    {
        "length" => Reply.Text("Once upon a").WithFinish("length"),
        "filter" => Reply.Text("Once upon a").WithFinish("content_filter"),
        "unknown" => Reply.Text("Once upon a").WithFinish("moon"),
        "broken" => Reply.Pieces("Once", " upon", " a", " time").CutAfterPieces(3),
        "error" => Reply.Pieces("Once", " upon", " a", " time").WithStreamError(StreamErrorShape.Documented, afterPieces: 2, message: "secret detail"),
        "credit" => Reply.Error(402, "secret detail"),
        "busy" => Reply.Error(429, "secret detail").WithRetryAfter(TimeSpan.FromSeconds(7)),
        "down" => Reply.Unreachable("secret detail"),
        _ => Reply.Text(""),
    };
}
