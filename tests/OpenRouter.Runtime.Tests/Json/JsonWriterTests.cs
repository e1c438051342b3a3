using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Tests.Json;

/// <summary>Every byte is the one that the writer of System.Text.Json would have written.</summary>
public sealed class JsonWriterTests
{
    private const int Cases = 300;

    private static readonly string[] Corners =
    [
        "", "\"", "\\", "a\"b", "\ud83d", "\ude00", "😀", "\ud83d\ud83d\ude00", "\ude00\ud83d", "x\ud83d", "\u2028\u2029\u00a0\u3000\ufeff\uffff\ue000", "<script>&'+`/</script>", "\0\u0001\u001f\u007f\u0080", "é中я€‰", "\u0378",
    ];

    public static TheoryData<bool> Forms => [false, true];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Text_OfEveryCharacter_IsTheSame(bool isForPages)
        => Assert.All(Enumerable.Range(0, 256), page => BothWriters.Check(isForPages, writer =>
        {
            for (var low = 0; low < 256; low++)
            {
                var character = (char)((page << 8) | low);
                writer.Text(character.ToString());
                writer.Text($"plain, and then more than sixteen {character}{character} and so on, for a while");
            }
        }));

    [Theory]
    [MemberData(nameof(Forms))]
    public void Text_OfEveryPlane_IsTheSame(bool isForPages) => BothWriters.Check(isForPages, static writer =>
    {
        for (var scalar = 0x10000; scalar <= 0x10FFFF; scalar += 0x101)
        {
            writer.Text("a" + char.ConvertFromUtf32(scalar));
        }
    });

    [Theory]
    [MemberData(nameof(Forms))]
    public void Text_AroundABlock_IsTheSame(bool isForPages) => BothWriters.Check(isForPages, static writer =>
    {
        foreach (var length in new[] { 15, 16, 17, 31, 32, 33, 510, 511, 512, 513, 514, 1023, 1024, 1025, 40_000 })
        {
            foreach (var corner in Corners)
            {
                writer.Text(new string('a', length) + corner + "b");
                writer.Text(new string('é', length) + corner + corner);
                writer.Name(new string('n', length) + corner);
                writer.Number(length);
            }
        }
    });

    [Theory]
    [MemberData(nameof(Forms))]
    public void Text_OfAnyCharacters_IsTheSame(bool isForPages)
        => Prop.ForAll(
                Gen.OneOf(Gen.Choose(0, 0xFFFF), Gen.Choose(0, 0x7F), Gen.Choose('a', 'z'), Gen.Choose(0xD7FE, 0xE002)).Select(static unit => (char)unit).ArrayOf().Zip(Gen.Choose(0, 600)).ToArbitrary(),
                pair => BothWriters.Check(isForPages, writer => writer.Text(new string('-', pair.Item2) + new string(pair.Item1) + "-" + new string(pair.Item1))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithQuietOnSuccess(true).WithEndSize(700));

    [Theory]
    [MemberData(nameof(Forms))]
    public void Document_OfAnyShape_IsTheSame(bool isForPages)
        => Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                seed => BothWriters.Check(isForPages, writer => RandomJson.Write(writer, new Random(seed), depth: 0)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithQuietOnSuccess(true));

    [Fact]
    public void Bytes_OfAnyLength_AreTheSame()
        => Assert.All([0, 1, 2, 3, 4, 3071, 3072, 3073, 100_000], static length =>
        {
            var bytes = new byte[length];
            new Random(length).NextBytes(bytes);
            BothWriters.Check(isForPages: true, writer => writer.Bytes(bytes));
        });

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Number_ThatIsNone_IsRefused(double value)
        => Assert.Throws<ArgumentException>(() => JsonModel.ToElement(writer => writer.WriteNumberValue(value)));

    [Theory]
    [InlineData(512, true)]
    [InlineData(513, false)]
    public void Depth_IsBounded(int depth, bool isWritten)
    {
        var body = new JsonBody(writer =>
        {
            for (var i = 0; i < depth; i++)
            {
                writer.WriteStartArray();
            }

            for (var i = 0; i < depth; i++)
            {
                writer.WriteEndArray();
            }
        });

        Assert.Equal(isWritten, Record.Exception(() => JsonModel.ToUtf8(body)) is not InvalidOperationException);
    }

    [Fact]
    public void Utf8_NamesAndTexts_AreEscapedLikeOthers()
    {
        var json = Encoding.UTF8.GetString(JsonModel.Write(
            new JsonBody(static writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("a\"é"u8, "b\n😀"u8);
                writer.WriteStartObject("c"u8);
                writer.WriteEndObject();
                writer.WriteStartArray("d"u8);
                writer.WriteEndArray();
                writer.WriteString("e"u8, "f"u8);
                writer.WriteEndObject();
            }),
            JsonFormat.Wire));

        Assert.Equal("{\"a\\\"é\":\"b\\n\\uD83D\\uDE00\",\"c\":{},\"d\":[],\"e\":\"f\"}", json);
    }

    [Theory]
    [InlineData(false, """{"a":[1,"<é>"],"b":{}}""")]
    [InlineData(true, "{\n  \"a\": [\n    1,\n    \"\\u003C\\u00E9\\u003E\"\n  ],\n  \"b\": {}\n}")]
    public void Converter_KeepsTheLayoutThatIsAskedFor(bool isIndented, string expected)
    {
        var options = new JsonSerializerOptions { Converters = { new JsonModelConverter<Support.Raw>() }, WriteIndented = isIndented, NewLine = "\n" };

        Assert.Equal(expected, JsonSerializer.Serialize(Support.Raw.Of("""{"a":[1,"<é>"],"b":{}}"""), options));
    }
}
