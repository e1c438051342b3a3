using System.Text;

namespace OpenRouter.Runtime.Tests.Sse.Vectors;

/// <summary>Bytes that are or are not UTF-8, and the text that a lenient decoder makes of them.</summary>
/// <param name="Name">What the vector is about.</param>
/// <param name="Hex">The bytes in hexadecimal; they contain no line end.</param>
/// <param name="Text">What a type, an id or <c>Text</c> shows.</param>
internal sealed record Utf8Vector(string Name, string Hex, string Text)
{
    public static readonly Utf8Vector[] All =
    [
        new("two bytes", "C3A4", "\u00E4"),
        new("smallest of two bytes", "C280", "\u0080"),
        new("largest of two bytes", "DFBF", "\u07FF"),
        new("three bytes", "E4B8AD", "\u4E2D"),
        new("smallest of three bytes", "E0A080", "\u0800"),
        new("before the surrogates", "ED9FBF", "\uD7FF"),
        new("behind the surrogates", "EE8080", "\uE000"),
        new("largest of three bytes", "EFBFBF", "\uFFFF"),
        new("replacement character", "EFBFBD", "\uFFFD"),
        new("four bytes", "F09F9880", "\U0001F600"),
        new("smallest of four bytes", "F0908080", "\U00010000"),
        new("largest of four bytes", "F48FBFBF", "\U0010FFFF"),
        new("joined signs", "F09F91A9E2808DF09F9A80", "\U0001F469\u200D\U0001F680"),
        new("combining mark", "65CC81", "e\u0301"),
        new("line separator", "E280A8", "\u2028"),
        new("paragraph separator", "E280A9", "\u2029"),
        new("next line", "C285", "\u0085"),
        new("no-break space", "C2A0", "\u00A0"),
        new("right-to-left override", "E280AE", "\u202E"),
        new("text among letters", "61C3A462E4B8AD63F09F988064", "a\u00E4b\u4E2Dc\U0001F600d"),
        new("byte order mark among letters", "61EFBBBF62", "a\uFEFFb"),
        new("byte order mark of UTF-16, big end first", "FEFF61", "\uFFFD\uFFFDa"),
        new("byte order mark of UTF-16, little end first", "FFFE61", "\uFFFD\uFFFDa"),
        new("continuation alone", "80", "\uFFFD"),
        new("last continuation alone", "BF", "\uFFFD"),
        new("two continuations alone", "80BF", "\uFFFD\uFFFD"),
        new("continuation among letters", "618062", "a\uFFFDb"),
        new("first of two bytes alone", "C3", "\uFFFD"),
        new("first of two bytes before a letter", "C361", "\uFFFDa"),
        new("first of two bytes twice", "C3C3A4", "\uFFFD\u00E4"),
        new("first of three bytes alone", "E4", "\uFFFD"),
        new("two of three bytes", "E4B8", "\uFFFD"),
        new("two of three bytes before a letter", "E4B861", "\uFFFDa"),
        new("two of three bytes before a character", "E4B8C3A4", "\uFFFD\u00E4"),
        new("first of four bytes alone", "F0", "\uFFFD"),
        new("two of four bytes", "F09F", "\uFFFD"),
        new("three of four bytes", "F09F98", "\uFFFD"),
        new("three of four bytes before a letter", "F09F9861", "\uFFFDa"),
        new("three of four bytes twice", "F09F98F09F98", "\uFFFD\uFFFD"),
        new("overlong slash in two bytes", "C0AF", "\uFFFD\uFFFD"),
        new("overlong slash in three bytes", "E080AF", "\uFFFD\uFFFD\uFFFD"),
        new("overlong slash in four bytes", "F08080AF", "\uFFFD\uFFFD\uFFFD\uFFFD"),
        new("overlong NUL", "C080", "\uFFFD\uFFFD"),
        new("overlong LF", "C08A", "\uFFFD\uFFFD"),
        new("overlong CR", "C08D", "\uFFFD\uFFFD"),
        new("overlong LF in three bytes", "E0808A", "\uFFFD\uFFFD\uFFFD"),
        new("overlong colon", "C0BA", "\uFFFD\uFFFD"),
        new("largest overlong of two bytes", "C1BF", "\uFFFD\uFFFD"),
        new("largest overlong of three bytes", "E09FBF", "\uFFFD\uFFFD\uFFFD"),
        new("largest overlong of four bytes", "F08FBFBF", "\uFFFD\uFFFD\uFFFD\uFFFD"),
        new("high surrogate", "EDA080", "\uFFFD\uFFFD\uFFFD"),
        new("last high surrogate", "EDAFBF", "\uFFFD\uFFFD\uFFFD"),
        new("low surrogate", "EDB080", "\uFFFD\uFFFD\uFFFD"),
        new("last low surrogate", "EDBFBF", "\uFFFD\uFFFD\uFFFD"),
        new("pair of surrogates", "EDA0BDEDB880", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"),
        new("first beyond Unicode", "F4908080", "\uFFFD\uFFFD\uFFFD\uFFFD"),
        new("first byte beyond Unicode", "F5808080", "\uFFFD\uFFFD\uFFFD\uFFFD"),
        new("five bytes", "F888808080", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"),
        new("six bytes", "FC8480808080", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"),
        new("FE", "FE", "\uFFFD"),
        new("FF", "FF", "\uFFFD"),
        new("Latin-1", "E46261", "\uFFFDba"),
        new("UTF-16 by mistake", "61006200", "a\0b\0"),
        new("half a byte order mark", "EFBB", "\uFFFD"),
        new("a third of a byte order mark", "EF", "\uFFFD"),
    ];

    public ReadOnlySpan<byte> Bytes => Convert.FromHexString(Hex);

    public static Utf8Vector Get(string name) => All.First(vector => vector.Name == name);

    /// <summary>A body around the bytes.</summary>
    public byte[] Between(string before, string behind) => [.. Encoding.UTF8.GetBytes(before), .. Bytes, .. Encoding.UTF8.GetBytes(behind)];
}
