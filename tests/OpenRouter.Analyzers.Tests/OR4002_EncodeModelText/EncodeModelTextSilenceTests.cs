using OpenRouter.Analyzers.Rules.OR4002_EncodeModelText;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR4002_EncodeModelText;

public sealed class EncodeModelTextSilenceTests
{
    [Theory]
    [InlineData("""tree.AddContent(1, answer.Text);""")]
    [InlineData("""var shown = (MarkupString)"<b>bold</b>";""")]
    [InlineData("""var shown = (MarkupString)other;""")]
    [InlineData("""var shown = (MarkupString)HtmlEncoder.Default.Encode(answer.Text);""")]
    [InlineData("""var shown = (MarkupString)WebUtility.HtmlEncode(answer.Text).Replace("\n", "<br/>");""")]
    [InlineData("""var shown = (MarkupString)System.Web.HttpUtility.HtmlEncode(answer.Text);""")]
    [InlineData("""var shown = (MarkupString)$"<p>{WebUtility.HtmlEncode(answer.Text)}</p>";""")]
    [InlineData("""var text = WebUtility.HtmlEncode(answer.Text); var shown = (MarkupString)text;""")]
    [InlineData("""var text = answer.Text; text = WebUtility.HtmlEncode(text); var shown = (MarkupString)text;""")]
    [InlineData("""var all = new StringBuilder(); all.Append(WebUtility.HtmlEncode(delta.Content)); var shown = (MarkupString)all.ToString();""")]
    [InlineData("""var shown = (MarkupString)Purge(answer.Text);""")]
    [InlineData("""var shown = (MarkupString)Clean(answer.Text);""")]
    [InlineData("""var shown = (MarkupString)Format(WebUtility.HtmlEncode(answer.Text));""")]
    [InlineData("""var shown = (MarkupString)new Ganss.Xss.HtmlSanitizer().Sanitize(answer.Text);""")]
    [InlineData("""var shown = (MarkupString)answer.Text.Replace('<', '(');""")]
    [InlineData("""var shown = (MarkupString)System.Text.RegularExpressions.Regex.Replace(answer.Text, "[<>&]", "");""")]
    [InlineData("""var shown = (MarkupString)answer.Text.Length.ToString();""")]
    [InlineData("""var shown = (MarkupString)(answer.FinishReason ?? "");""")]
    [InlineData("""html.Raw(html.Encode(answer.Text));""")]
    [InlineData("""IHtmlContentBuilder content = null!; content.Append(answer.Text);""")]
    [InlineData("""await script.InvokeVoidAsync("setText", "answer", answer.Text);""")]
    [InlineData("""await script.InvokeVoidAsync("console.log", answer.Text);""")]
    [InlineData("""Results.Content(answer.Text, "text/plain"); Results.Content(answer.Text);""")]
    [InlineData("""var shown = (MarkupString)JsonOf(answer.Text); string JsonOf(string text) { text = HtmlEncoder.Default.Encode(text); return text; }""")]
    public Task Statements_AreSilent(string statements) => VerifyAsync(Sample.WithStatements(statements));

    [Fact]
    public Task FieldThatHoldsEncodedText_IsSilent() => VerifyAsync(Sample.With("""
        string _html = "";
        void Add(ChatDelta delta) => _html += WebUtility.HtmlEncode(delta.Content);
        MarkupString Shown => (MarkupString)_html;
        """));

    [Fact]
    public Task FieldOfTheUser_IsSilent() => VerifyAsync(Sample.With("""
        string _question = "";
        string _answer = "";
        void Add(ChatDelta delta, string question) { _question = question; _answer += delta.Content; }
        MarkupString Shown => (MarkupString)_question;
        string Plain => _answer;
        """));

    [Fact]
    public Task HelperThatMayBeReplaced_IsSilent() => VerifyAsync(Sample.With("""
        protected virtual string Show(string text) => text;
        MarkupString Shown(ChatAnswer answer) => (MarkupString)Show(answer.Text);
        """));

    [Fact]
    public Task HelpersThatCallOneAnother_EndSilently() => VerifyAsync(Sample.With("""
        string One(string text) => text.Length > 3 ? Two(text.Substring(1)) : "";
        string Two(string text) => One(text);
        MarkupString Shown(ChatAnswer answer) => (MarkupString)One(answer.Text);
        """));

    [Fact]
    public Task OptionOfTheUser_IsSilent() => RuleVerifier<EncodeModelTextAnalyzer>.VerifyAsync(
        Sample.WithStatements("var shown = (MarkupString)Keep(answer.Text);"),
        Sample.Project with { EditorConfig = "root = true\n[*.cs]\nopenrouter.html_sanitizers = Other.Clean, Chat.Keep\n" });

    private static Task VerifyAsync(string source)
    {
        return RuleVerifier<EncodeModelTextAnalyzer>.VerifyAsync(source, Sample.Project);
    }
}
