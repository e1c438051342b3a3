using System.Text;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Tests.Json;

public sealed class KnownListTests
{
    [Fact]
    public void List_WrittenTwice_IsTheSameList()
    {
        var lists = Read("""["a","b,]","c\n"]""", """["a","b,]","c\n"]""", """["a","b,]"]""");

        Assert.Equal(["a", "b,]", "c\n"], lists[0]);
        Assert.Same(lists[0], lists[1]);
        Assert.Equal(["a", "b,]"], lists[2]);
    }

    [Fact]
    public void List_ThatOnlyBeginsAlike_IsReadWhole()
    {
        var lists = Read("""["a"]""", """["a","b"]""", """["a" ]""", "[]", """["a",null]""", "[]", "null");

        Assert.Equal(["a"], lists[0]);
        Assert.Equal(["a", "b"], lists[1]);
        Assert.Equal(["a"], lists[2]);
        Assert.Empty(lists[3]!);
        Assert.Equal(["a"], lists[4]);
        Assert.Empty(lists[5]!);
        Assert.Null(lists[6]);
    }

    [Fact]
    public void List_OfObjects_IsNeverShared()
    {
        var lists = Parse("""[[{"a":1}],[{"a":1}]]""", static (ref JsonReader reader) => JsonRead.List<JsonExtras>(ref reader, Extras));

        Assert.NotSame(lists![0], lists[1]);
        Assert.NotSame(lists[0]![0], lists[1]![0]);
    }

    [Fact]
    public void List_OfAnotherType_IsReadAgain()
    {
        var lists = Parse("""[[1,2],[1,2]]""", (ref JsonReader reader) => reader.TokenStartIndex < 3
            ? (object?)JsonRead.List<long>(ref reader, JsonRead.Int64)
            : JsonRead.List<double>(ref reader, JsonRead.Double));

        Assert.Equal([1L, 2L], Assert.IsAssignableFrom<IReadOnlyList<long>>(lists![0]));
        Assert.Equal([1.0, 2.0], Assert.IsAssignableFrom<IReadOnlyList<double>>(lists[1]));
    }

    [Fact]
    public void List_OfManyItems_IsWholeAndFixed()
    {
        var expected = Enumerable.Range(0, 5000).Select(static number => $"item, {number}").ToList();
        var list = Read("[" + string.Join(',', expected.Select(static item => $"\"{item}\"")) + "]")[0]!;

        Assert.Equal(expected, list);
        Assert.Equal("item, 4999", list[4999]);
        Assert.Throws<ArgumentOutOfRangeException>(() => list[5000]);
        Assert.Throws<ArgumentOutOfRangeException>(() => list[-1]);
    }

    private static JsonExtras Extras(ref JsonReader reader)
    {
        var extras = new JsonExtras();
        extras.Read("all", ref reader);
        return extras;
    }

    private static IReadOnlyList<IReadOnlyList<string>?> Read(params string[] lists)
        => Parse("[" + string.Join(',', lists) + "]", static (ref JsonReader reader) => reader.TokenType == System.Text.Json.JsonTokenType.Null ? null : JsonRead.List<string>(ref reader, JsonRead.String))!;

    // Known lists are worth their memory in documents of some size.
    private static IReadOnlyList<T?>? Parse<T>(string json, ItemReader<T> item)
        => JsonModel.Parse(Encoding.UTF8.GetBytes(json.PadRight(json.Length + 4096)), (ref JsonReader reader) => JsonRead.ListOfNullable(ref reader, item));
}
