using System.Text;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Tests.Json;

public sealed class JsonTextScanTests
{
    [Theory]
    [InlineData("\\n", true)]
    [InlineData("\\\\", true)]
    [InlineData("\\\"\\\"", true)]
    [InlineData("\\u0041\\/", true)]
    [InlineData("é", true)]
    [InlineData("\\x", false)]
    [InlineData("\\u00g0", false)]
    [InlineData("\\u004", false)]
    [InlineData("\n", false)]
    [InlineData("\u001f", false)]
    public void Escape_AtEachPlaceOfABlock_IsSeen(string part, bool isText)
    {
        for (var before = 0; before < 80; before++)
        {
            for (var after = 0; after < 40; after++)
            {
                var text = "\\t" + new string('a', before) + part + new string('z', after);
                var utf8 = Encoding.UTF8.GetBytes(text + "\",\"more\\n\"");

                var length = JsonTextScan.Find(utf8, out var isEscaped);

                Assert.Equal(isText ? Encoding.UTF8.GetByteCount(text) : ~WrongPlace(part, before), length);
                Assert.True(isEscaped);
            }
        }
    }

    [Fact]
    public void Text_ThatIsCut_HasNoEnd()
    {
        var utf8 = Encoding.UTF8.GetBytes(new string('a', 15) + "\\n" + new string('b', 40) + "\\u0041\\\"" + new string('c', 40) + "\\\\\"");

        for (var length = 0; length < utf8.Length; length++)
        {
            Assert.True(JsonTextScan.Find(utf8.AsSpan(0, length), out _) < 0, $"{length} bytes");
        }

        Assert.Equal(utf8.Length - 1, JsonTextScan.Find(utf8, out _));
    }

    // Behind a backslash, or at what may not stand in a text.
    private static int WrongPlace(string part, int before) => before + 2 + (part[0] == '\\' ? 1 : 0);
}
