using BlazorChat.Markdown;
using Bunit;
using FsCheck;
using FsCheck.Fluent;

namespace OpenRouter.Samples.Blazor.Tests.Formatting;

/// <summary>Answers are cut into sections while they grow; nobody may see where.</summary>
public sealed class GrowingTextTests
{
    /// <summary>What the parser may trip over, in any order.</summary>
    private static readonly string[] Tokens =
    [
        "word", " ", "\n", "\n\n", "\r\n", "\r", "# ", "- ", "* ", "1. ", "> ", "```", "```cs\n", "~~~", "`", "**", "_", "~~", "[", "](", ")", "https://a.b", "![", "<", ">", "<b>", "&", "&amp;", "|", "|-|",
        "    ", "\t", "\\", "---", "===", "😀", "\ud83d", "\udc00", "\0", "[1]: ", "é",
    ];

    internal const string Document =
        "Intro\nline\n\n# Title\n\n1. one\n\n   more\n\n2. two\n   ```\n   a\n\n   b\n   ```\n\nAfter.\n\n```cs\nvar a;\n\nvar b;\n```\nDirectly after.\n\n> quote\n\n> other\n\n- x\n\n- y\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nEnd **bold** text.\n\n~~~\n```\n\nstill code\n~~~\n\nLast.\n";

    [Fact]
    public void Section_OfABlockThatIsOver_IsSettled()
    {
        var text = Grow(["First.\n\nSecond.\n\n```\na\n\nb\n\n"]);

        Assert.Equal(["First.\n\n", "Second.\n\n"], text.Settled);
        Assert.Equal("```\na\n\nb\n\n", text.Tail);
    }

    [Fact]
    public async Task Sections_OfADocument_LookLikeTheWhole()
    {
        var text = Grow(Document.Select(static letter => letter.ToString()));

        Assert.Equal(Document, text.ToString());
        Assert.InRange(text.Settled.Count, 8, 20);
        Assert.Equal(await MarkupAsync([Document]), await MarkupAsync([.. text.Settled, text.Tail]));
    }

    [Fact]
    public void Sections_HoweverTheTextArrives_AreTheSame() => Prop.ForAll(Texts(), static tokens =>
    {
        var whole = string.Concat(tokens);
        var (byToken, byLetter, atOnce) = (Grow(tokens), Grow(whole.Select(static letter => letter.ToString())), Grow([whole]));
        return byToken.Settled.SequenceEqual(atOnce.Settled) && byLetter.Settled.SequenceEqual(atOnce.Settled)
            && byToken.Tail == atOnce.Tail && byLetter.Tail == atOnce.Tail
            && atOnce.ToString() == whole.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') && atOnce.Length == atOnce.ToString().Length;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Sections_WhileTheTextGrows_NeverChange() => Prop.ForAll(Texts(), static tokens =>
    {
        var text = new GrowingText();
        var seen = new List<string>();
        foreach (var token in tokens)
        {
            text.Append(token);
            if (!text.Settled.Take(seen.Count).SequenceEqual(seen))
            {
                return false;
            }

            seen = [.. text.Settled];
        }

        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public async Task Text_OfAnything_RendersAtEveryMoment()
    {
        await using var context = new BunitContext();
        var view = context.Render<MarkdownView>(static parameters => parameters.Add(static view => view.Text, ""));
        Prop.ForAll(Texts(), tokens =>
        {
            var text = "";
            foreach (var token in tokens)
            {
                text += token;
                view.Render(parameters => parameters.Add(static view => view.Text, text));
            }

            // A word is shown, whatever stands around it, unless it is the address of a link.
            return view.Nodes.Length > 0 || text.Contains("]:", StringComparison.Ordinal) || !text.Contains("word", StringComparison.Ordinal);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));
    }

    private static Arbitrary<string[]> Texts() => Gen.Elements(Tokens).ArrayOf().ToArbitrary();

    private static GrowingText Grow(IEnumerable<string> pieces)
    {
        var text = new GrowingText();
        foreach (var piece in pieces)
        {
            text.Append(piece);
        }

        return text;
    }

    private static async Task<string> MarkupAsync(IEnumerable<string> sections)
    {
        await using var context = new BunitContext();
        return string.Concat(sections.Select(section => context.Render<MarkdownView>(parameters => parameters.Add(static view => view.Text, section)).Markup));
    }
}
