using Bunit;
using BlazorChat.Markdown;

namespace OpenRouter.Samples.Blazor.Tests.Formatting;

/// <summary>What Markdown looks like, whole and half.</summary>
public sealed class MarkdownViewTests
{
    [Theory]
    [InlineData("Plain *soft* **strong** ~~gone~~ `code`", "<p>Plain <em>soft</em> <strong>strong</strong> <del>gone</del> <code>code</code></p>")]
    [InlineData("# One\n\n## Two\n\n### Three\n\n###### Six", "<h3>One</h3><h3>Two</h3><h4>Three</h4><h6>Six</h6>")]
    [InlineData("- a\n- b\n  - c", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>")]
    [InlineData("3. a\n4. b", "<ol start=\"3\"><li>a</li><li>b</li></ol>")]
    [InlineData("> said", "<blockquote><p>said</p></blockquote>")]
    [InlineData("a\\\nb", "<p>a<br>b</p>")]
    [InlineData("---", "<hr>")]
    [InlineData("```csharp\nvar a = 1 < 2;\n```", "<pre tabindex=\"0\"><code>var a = 1 &lt; 2;</code></pre>")]
    [InlineData("[docs](https://a.example/b?c=1&d=2)", "<p><a href=\"https://a.example/b?c=1&amp;d=2\" rel=\"nofollow noopener noreferrer ugc\" target=\"_blank\">docs</a></p>")]
    [InlineData("<https://a.example>", "<p><a href=\"https://a.example/\" rel=\"nofollow noopener noreferrer ugc\" target=\"_blank\">https://a.example</a></p>")]
    [InlineData("![a cat](https://a.example/cat.png)", "<p>a cat</p>")]
    [InlineData("1 &lt; 2 &amp; 3 <b>x</b>", "<p>1 &lt; 2 &amp; 3 &lt;b&gt;x&lt;/b&gt;</p>")]
    public async Task Text_Whole_BecomesElements(string text, string expected)
    {
        await using var context = new BunitContext();

        context.Render<MarkdownView>(parameters => parameters.Add(static view => view.Text, text)).MarkupMatches(expected);
    }

    [Fact]
    public async Task Table_BecomesOne()
    {
        await using var context = new BunitContext();
        var view = context.Render<MarkdownView>(static parameters => parameters.Add(static view => view.Text, "| City | Country |\n|---|---|\n| Bern | **CH** |"));

        Assert.Equal(["City", "Country"], view.FindAll("th").Select(static cell => cell.TextContent));
        Assert.Equal("CH", view.Find("td strong").TextContent);
    }

    [Theory]
    [InlineData("See:\n\n```js\nlet a", "<p>See:</p><pre tabindex=\"0\"><code>let a</code></pre>")]
    [InlineData("See:\n\n```js\nlet a;\n``", "<p>See:</p><pre tabindex=\"0\"><code>let a;\n``</code></pre>")]
    [InlineData("See:\n\n``", "<p>See:</p><p>``</p>")]
    [InlineData("This is **bo", "<p>This is **bo</p>")]
    [InlineData("A [link](https://a.exa", "<p>A [link](https://a.exa</p>")]
    [InlineData("A [li", "<p>A [li</p>")]
    [InlineData("Call `foo(", "<p>Call `foo(</p>")]
    [InlineData("- a\n- ", "<ul><li>a</li><li></li></ul>")]
    public async Task Text_Half_ShowsWhatIsThere(string text, string expected)
    {
        await using var context = new BunitContext();

        context.Render<MarkdownView>(parameters => parameters.Add(static view => view.Text, text)).MarkupMatches(expected);
    }

    [Fact]
    public async Task Text_NestedTooDeeply_IsShownPlain()
    {
        await using var context = new BunitContext();
        var text = new string('>', 20_000) + " deep";

        var view = context.Render<MarkdownView>(parameters => parameters.Add(static view => view.Text, text));

        Assert.Contains("deep", view.Find("p").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_OfManyNodes_LosesNothing()
    {
        await using var context = new BunitContext();
        var code = string.Concat(Enumerable.Repeat("0123456789abcdef😀", 600));

        var view = context.Render<MarkdownView>(parameters => parameters.Add(static view => view.Text, $"```\n{code}\n```"));

        Assert.Equal(code, view.Find("code").TextContent);
    }
}
