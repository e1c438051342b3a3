using OpenRouter.Analyzers.Rules.OR4002_EncodeModelText;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR4002_EncodeModelText;

public sealed class EncodeTextCodeFixTests
{
    [Fact]
    public Task Texts_AreEncodedWhereTheyEnter() => VerifyAsync(
        """
            void Run(ChatAnswer answer, ChatDelta delta, IHtmlHelper html, RenderTreeBuilder tree)
            {
                tree.AddContent(1, (MarkupString)/* all */[|answer.Text|] /* of it */); // kept
                tree.AddContent(2, (MarkupString)[|Format(answer.Text)|]);
                html.Raw([|answer?.Text|]);
                html.Raw(
                    [|delta.Content|]);
                var all = new StringBuilder().Append(delta.Content);
                html.Raw([|all.ToString()|]); html.Raw([|delta.Reasoning|]);
            }
        """,
        """
            void Run(ChatAnswer answer, ChatDelta delta, IHtmlHelper html, RenderTreeBuilder tree)
            {
                tree.AddContent(1, (MarkupString)/* all */WebUtility.HtmlEncode(answer.Text) /* of it */); // kept
                tree.AddContent(2, (MarkupString)Format(WebUtility.HtmlEncode(answer.Text)));
                html.Raw(WebUtility.HtmlEncode(answer?.Text));
                html.Raw(
                    WebUtility.HtmlEncode(delta.Content));
                var all = new StringBuilder().Append(delta.Content);
                html.Raw(WebUtility.HtmlEncode(all.ToString())); html.Raw(WebUtility.HtmlEncode(delta.Reasoning));
            }
        """);

    [Fact]
    public Task NameThatMeansSomethingElse_IsWrittenInFull() => VerifyAsync(
        """
            class WebUtility { }
            MarkupString Shown(ChatAnswer answer) => new([|answer.Text|]);
        """,
        """
            class WebUtility { }
            MarkupString Shown(ChatAnswer answer) => new(System.Net.WebUtility.HtmlEncode(answer.Text));
        """);

    [Theory]
    [InlineData("""    object Run(ChatAnswer answer) => new HtmlString([|$"<p>{answer.Text}</p>"|]);""")]
    [InlineData("""    object Run(ChatAnswer answer) => new HtmlString([|"<p>" + answer.Text|]);""")]
    [InlineData("""    object Run(ChatAnswer answer) => new HtmlString([|Join(answer.Text, "x")|]); static string Join(string one, string two) => one + two;""")]
    [InlineData("""    object Run(ChatAssistantMessage message, IHtmlHelper html) => html.Raw([|(object)message.Content!|]);""")]
    public async Task TextBetweenTags_IsLeft(string members)
    {
        Assert.Empty(await FixVerifier<EncodeModelTextAnalyzer, EncodeTextCodeFix>.OfferedAsync(Sample.With(members), Sample.Project));
    }

    private static Task VerifyAsync(string members, string expected)
    {
        return FixVerifier<EncodeModelTextAnalyzer, EncodeTextCodeFix>.VerifyAsync(
            Sample.With(members), Sample.With(expected), EncodeTextCodeFix.EquivalenceKey, Sample.Project);
    }
}
