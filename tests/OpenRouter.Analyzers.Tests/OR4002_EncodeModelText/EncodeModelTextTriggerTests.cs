using OpenRouter.Analyzers.Rules.OR4002_EncodeModelText;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR4002_EncodeModelText;

public sealed class EncodeModelTextTriggerTests
{
    [Theory]
    [InlineData("""var shown = (MarkupString)[|answer.Text|];""")]
    [InlineData("""var shown = new MarkupString([|answer.Text|]);""")]
    [InlineData("""var shown = new HtmlString([|delta.Content|]);""")]
    [InlineData("""html.Raw([|answer.Text|]);""")]
    [InlineData("""html.Raw([|message.Content?.ToString()|]);""")]
    [InlineData("""html.Raw([|(object)message.Content!|]);""")]
    [InlineData("""tree.AddMarkupContent(1, [|delta.Content|]);""")]
    [InlineData("""IHtmlContentBuilder content = null!; content.AppendHtml([|answer.Text|]);""")]
    [InlineData("""view.NavigateToString([|$"<html>{answer.Text}</html>"|]);""")]
    [InlineData("""await script.InvokeVoidAsync("setInnerHtml", "answer", [|answer.Text|]);""")]
    [InlineData("""Results.Content([|"<p>" + answer.Text + "</p>"|], "text/html; charset=utf-8");""")]
    [InlineData("""var text = answer.Text; var shown = (MarkupString)[|text|];""")]
    [InlineData("""var text = answer.Text.Trim().Replace("\n", "<br/>"); var shown = (MarkupString)[|text|];""")]
    [InlineData("""var text = ""; text += delta.Content; var shown = (MarkupString)[|text|];""")]
    [InlineData("""var all = new StringBuilder(); all.Append("<p>").Append(delta.Content); var shown = (MarkupString)[|all.ToString()|];""")]
    [InlineData("""var all = new StringBuilder(); all.Append($"<p>{delta.Content}</p>"); var shown = (MarkupString)[|all.ToString()|];""")]
    [InlineData("""var shown = (MarkupString)[|Format(answer.Text)|];""")]
    [InlineData("""var shown = (MarkupString)[|Format(Keep(answer.Text))|];""")]
    [InlineData("""var shown = (MarkupString)([|answer.Text ?? ""|]);""")]
    [InlineData("""if (delta is { Content: { Length: > 0 } text }) { var shown = (MarkupString)[|text|]; }""")]
    [InlineData("""var shown = (MarkupString)[|$"<b>{WebUtility.HtmlEncode(other)}</b> {answer.Text}"|];""")]
    [InlineData("""var texts = new List<string>(); texts.Add(answer.Text); foreach (var text in texts) { var shown = (MarkupString)[|text|]; }""")]
    [InlineData("""var shown = (MarkupString)[|string.Join("<br/>", answer.Text.Split('\n'))|];""")]
    [InlineData("""await foreach (var piece in new ChatStream<StreamingChatResponse>().TextAsync()) { tree.AddMarkupContent(1, [|piece|]); }""")]
    [InlineData("""await foreach (var chunk in new ChatStream<StreamingChatResponse>()) { tree.AddMarkupContent(1, [|chunk.Choices?[0].Delta?.Content|]); }""")]
    public Task Statements_Trigger(string statements) => VerifyAsync(Sample.WithStatements(statements));

    [Fact]
    public Task FieldOfAComponent_RenderedThroughAHelper_Triggers() => VerifyAsync(Sample.With("""
        private string streamingResponse = string.Empty;
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            if (!string.IsNullOrEmpty(streamingResponse))
            {
                builder.AddContent(1, (MarkupString)[|FormatResponse(streamingResponse)|]);
            }
        }

        private async Task SendMessageAsync()
        {
            streamingResponse = string.Empty;
            await foreach (var chunk in _client.Chat.CreateStreamingChatCompletion("m").StreamAsync())
            {
                if (chunk.Choices?.Any() == true)
                {
                    var deltaContent = chunk.Choices[0].Delta?.Content;
                    if (!string.IsNullOrEmpty(deltaContent))
                    {
                        streamingResponse += deltaContent;
                    }
                }
            }
        }

        private string FormatResponse(string response)
        {
            return response.Replace("\n", "<br/>").Replace("**", "<strong>", StringComparison.OrdinalIgnoreCase);
        }
        """));

    [Fact]
    public Task ListOfMessages_Triggers() => VerifyAsync(Sample.With("""
        class Entry { public string Question { get; set; } = ""; public string Answer { get; set; } = ""; }
        readonly List<Entry> _entries = [];
        async Task Ask(string question)
        {
            var answer = await _client.Chat.CreateStreamingChatCompletion("m").AddUserMessage(question).StreamAsync().CollectAsync();
            _entries.Add(new Entry { Question = question, Answer = answer.Text });
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            foreach (var entry in _entries)
            {
                builder.AddContent(1, entry.Question);
                builder.AddContent(2, (MarkupString)[|entry.Answer|]);
            }
        }
        """));

    [Fact]
    public Task ComputedPropertyOverABuilder_Triggers() => VerifyAsync(Sample.With("""
        readonly StringBuilder _text = new();
        string Html => _text.ToString().Replace("\n", "<br>");
        void Add(ChatDelta delta) => _text.Append(delta.Content);
        MarkupString Shown => new([|Html|]);
        """));

    [Fact]
    public async Task PageOfRazor_Triggers()
    {
        var project = Sample.Project with { FileName = "Chat_razor.g.cs" };
        var document = project.CreateDocument(Sample.With("""
            private string text = "";
            async Task Ask() { text += (await _client.Chat.CreateStreamingChatCompletion("m").StreamAsync().CollectAsync()).Text; }
            protected override void BuildRenderTree(RenderTreeBuilder builder)
            {
            #line 7 "Chat.razor"
                builder.AddContent(1, (MarkupString)text);
            #line hidden
            }
            """));

        var finding = Assert.Single(
            await RuleVerifier.DiagnosticsAsync(new OpenRouter.Analyzers.Bodies.PageAnalyzer(), document.Project),
            finding => finding.Id == "OR4002");
        Assert.Equal("Chat.razor", finding.Location.GetMappedLineSpan().Path);
    }

    private static Task VerifyAsync(string source)
    {
        return RuleVerifier<EncodeModelTextAnalyzer>.VerifyAsync(source, Sample.Project);
    }
}
