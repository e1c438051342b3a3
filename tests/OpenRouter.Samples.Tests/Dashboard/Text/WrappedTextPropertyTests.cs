using Dashboard.Text;
using FsCheck;
using FsCheck.Fluent;

namespace OpenRouter.Samples.Tests.Dashboard.Text;

/// <summary>What holds for the lines of every text, in pieces of every size.</summary>
public sealed class WrappedTextPropertyTests
{
    private static readonly Config Settings = Config.QuickThrowOnFailure.WithMaxTest(1000).WithQuietOnSuccess(true).WithReplay(20261126UL, 1UL);

    private static readonly string[] Parts =
    [
        "a", "word", "longer-than-most-words", " ", "  ", "\t", "\n", "\r\n", "\r", "漢字", "。", "「", "é", "e\u0301", "\u0301", "👍🏽", "👨‍👩‍👧", "❤️", "🇩", "🇩🇪", "\uD83D", "\uDE00",
        "\u200D", "\u200B", "\u001b[31m", "\u009b", "\u202E", "नी", "กำ", "\u1112", "\u1161", "\u11ab", "\u00A0", "\u3000", "\U000E0067", "\U0001F3F4", new string('\u0302', 40),
    ];

    private static Arbitrary<(string Text, int Width, int Seed)> Cases
        => (from parts in Gen.Choose(0, Parts.Length - 1).ArrayOf()
            from width in Gen.Choose(1, 20)
            from seed in Gen.Choose(0, int.MaxValue)
            select (string.Concat(parts.Select(static part => Parts[part])), width, seed)).ToArbitrary();

    [Fact]
    public void Lines_OfPieces_AreThoseOfTheWhole() => Prop.ForAll(Cases, static example =>
    {
        var whole = Wrap([example.Text], example.Width);
        Assert.Equal(whole, Wrap(Cut(example.Text, example.Seed), example.Width));
    }).Check(Settings);

    [Fact]
    public void Lines_AreNoLongerThanTheWidth_UnlessOneCharacterIs() => Prop.ForAll(Cases, static example =>
        // The circles stand below marks and take no columns of their own.
        Assert.All(Wrap([example.Text], example.Width).Select(static line => line.Replace("\u25CC", "", StringComparison.Ordinal)), line => Assert.True(
            CellWidth.Of(line) <= example.Width || Clusters.NextLength(line) == line.Length, $"\"{line}\" is longer than {example.Width}"))).Check(Settings);

    [Fact]
    public void Lines_HoldAllOfTheSafeTextInOrder() => Prop.ForAll(Cases, static example =>
    {
        var text = new WrappedText(example.Width);
        text.Append(example.Text);
        text.Complete();
        Assert.Equal(Ink(text.Text), Ink(string.Concat(Lines(text))));
    }).Check(Settings);

    [Fact]
    public void Lines_AfterResizing_AreThoseOfThatWidth() => Prop.ForAll(Cases, static example =>
    {
        var text = new WrappedText(7);
        foreach (var piece in Cut(example.Text, example.Seed))
        {
            text.Append(piece);
            text.Resize(1 + (piece.Length % 9));
        }

        text.Complete();
        text.Resize(example.Width);
        Assert.Equal(Wrap([example.Text], example.Width), Lines(text));
    }).Check(Settings);

    private static List<string> Wrap(IEnumerable<string> pieces, int width)
    {
        var text = new WrappedText(width);
        foreach (var piece in pieces)
        {
            text.Append(piece);
        }

        text.Complete();
        return Lines(text);
    }

    private static List<string> Lines(WrappedText text) => [.. Enumerable.Range(0, text.Count).Select(text.Line)];

    private static List<string> Cut(string text, int seed)
    {
        var random = new Random(seed);
        var pieces = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var length = Math.Min(random.Next(1, 6), text.Length - start);
            pieces.Add(text.Substring(start, length));
            start += length;
        }

        return pieces;
    }

    /// <summary>All that is not space; the circles are the lines' own.</summary>
    private static string Ink(string text) => string.Concat(text.Where(static character => !char.IsWhiteSpace(character) && character != '\u25CC'));
}
