using System.Buffers;
using Dashboard.Text;

namespace OpenRouter.Samples.Tests.Dashboard.Text;

/// <summary>What of a model's text reaches a terminal.</summary>
public sealed class SafeTextTests
{
    [Theory]
    [InlineData("plain text, ünï, 漢字", "plain text, ünï, 漢字")]
    [InlineData("a\tb", "a\tb")]
    [InlineData("\u001b[2J\u001b]52;c;aGk=\u0007", "␛[2J␛]52;c;aGk=␇")]
    [InlineData("\u009b31m\u0090q\u0085x", "\uFFFD31m\uFFFDq\uFFFDx")]
    [InlineData("\0\b\v\f\u007f", "␀␈␋␌␡")]
    [InlineData("\u202Eabc\u202C \u2066x\u2069", "\uFFFDabc\uFFFD \uFFFDx\uFFFD")]
    [InlineData("soft\u00ADhyphen zero\u200Bwidth \u200Emarks\u200F \uFEFFbom word\u2060joiner", "softhyphen zerowidth marks bom wordjoiner")]
    [InlineData("a\r\nb\rc\nd\u2028e\u2029f", "a\nb\nc\nd\ne\nf")]
    [InlineData("\r\r\n\n", "\n\n\n")]
    [InlineData("👩‍👩‍👧 ❤️ 🇩🇪 e\u0301 ب\u200Cت", "👩‍👩‍👧 ❤️ 🇩🇪 e\u0301 ب\u200Cت")]
    [InlineData("\U0001F3F4\U000E0067\U000E0062\U000E007F", "\U0001F3F4\U000E0067\U000E0062\U000E007F")]
    [InlineData("hidden\U000E0068\U000E0069 text", "hidden text")]
    [InlineData("[red]not markup[/]", "[red]not markup[/]")]
    public void Text_OfAModel_CommandsNothing(string text, string safe)
    {
        Assert.Equal(safe, InPieces(text, text.Length));
        Assert.Equal(safe, InPieces(text, 1));
        Assert.DoesNotContain(safe, static character => char.IsControl(character) && character is not ('\n' or '\t'));
    }

    [Fact]
    public void HalfACharacter_IsASign()
    {
        // Attributes cannot hold such texts.
        Assert.Equal("half \uFFFD and \uFFFD half", InPieces("half \uD83D and \uDE00 half", 1));
        Assert.Equal("end \uFFFD", InPieces("end \uD83D", 1));
    }

    [Fact]
    public void EveryCharacter_ThatIsAControlOrTurnsTheOrder_IsReplacedOrLeftOut()
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var output = InPieces($"a{(char)code}b", 1);
            Assert.DoesNotContain(output, static character => character is (< ' ' and not ('\n' or '\t')) or (>= '\u007f' and <= '\u009f'));
            Assert.DoesNotContain(output, static character => character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u061C' or '\u200E' or '\u200F');
        }
    }

    [Fact]
    public void LineOf_NameOfAService_IsOneLine() => Assert.Equal("a b c␛", SafeText.LineOf("a\r\nb\tc\u001b"));

    private static string InPieces(string text, int size)
    {
        var output = new ArrayBufferWriter<char>();
        var safe = new SafeText();
        for (var start = 0; start < text.Length; start += size)
        {
            safe.Append(text.AsSpan(start, Math.Min(size, text.Length - start)), output);
        }

        safe.Complete(output);
        return new string(output.WrittenSpan);
    }
}
