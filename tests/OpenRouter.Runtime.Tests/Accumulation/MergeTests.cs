using System.Text.Json;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Accumulation;

/// <summary>What follows the finish reason becomes part of the last chunk, and nothing of either is lost.</summary>
public sealed class MergeTests
{
    [Theory]
    [InlineData("""{"a":1}""", """{"b":2}""", """{"a":1,"b":2}""")]
    [InlineData("""{"a":1,"b":2}""", """{"b":3,"a":4}""", """{"a":4,"b":3}""")]
    [InlineData("""{"a":1}""", """{"a":null}""", """{"a":1}""")]
    [InlineData("""{"a":null}""", """{"a":1.0}""", """{"a":1.0}""")]
    [InlineData("""{"a":[1]}""", """{"a":[2]}""", """{"a":[1,2]}""")]
    [InlineData("""{"a":[1]}""", """{"a":2}""", """{"a":2}""")]
    [InlineData("""{"a":{"b":1}}""", """{"a":{"c":2}}""", """{"a":{"b":1,"c":2}}""")]
    [InlineData("""{"a":"x"}""", """{"a":"y"}""", """{"a":"y"}""")]
    [InlineData("""{"transcript":"x"}""", """{"transcript":"y"}""", """{"transcript":"xy"}""")]
    [InlineData("""{"transcript":"x"}""", """{"transcript":7}""", """{"transcript":7}""")]
    [InlineData("""{"data":"aGkh"}""", """{"data":"aGkh"}""", """{"data":"aGkhaGkh"}""")]
    [InlineData("""{"data":"aGk="}""", """{"data":"ISE="}""", """{"data":"aGkhIQ=="}""")]
    [InlineData("""{"data":"aGk="}""", """{"data":"aG"}""", """{"data":"aGk=aG"}""")]
    [InlineData("""{"data":"aGk="}""", """{"data":"????"}""", """{"data":"aGk=????"}""")]
    [InlineData("""{"data":"aG"}""", """{"data":"k="}""", """{"data":"aGk="}""")]
    [InlineData("""{"data":"aGkh"}""", """{"data":null}""", """{"data":"aGkh"}""")]
    public void Objects_AreJoinedMemberByMember(string first, string second, string expected)
        => Assert.Equal(expected, JsonMerge.Join(Raw.Of(first), Raw.Of(second), JsonModel.Document<Raw>).Element.GetRawText());

    [Theory]
    [InlineData("0a", "0b", "0a+0b")]
    [InlineData("0a", "1b", "0a 1b")]
    [InlineData("1a 0b", "0c 1d", "1a+1d 0b+0c")]
    [InlineData("0a", "1b 1c", "0a 1b+1c")]
    [InlineData("0a 0b", "0c", "0a+0c 0b")]
    [InlineData("", "0a", "0a")]
    [InlineData("0a", "", "0a")]
    public void Choices_AreMergedByTheirIndex(string held, string later, string expected)
        => Assert.Equal(expected, string.Join(' ', ChatEnd.Merge<string>(Split(held), Split(later), static item => item[0], static (first, second) => $"{first}+{second}")!));

    [Fact]
    public void Choices_Many_AreMergedInOneGo()
    {
        var held = Enumerable.Repeat(0L, 200_000).ToList();
        var later = Enumerable.Range(1, 200_000).Select(static index => (long)(index % 2) + 1).ToList();

        Assert.Equal(200_002, ChatEnd.Merge<long>(held, later, static index => index, static (first, _) => first)!.Count);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("a", null, "a")]
    [InlineData(null, "b", "b")]
    [InlineData("a", "", "a")]
    [InlineData("", "b", "b")]
    [InlineData("a", "b", "ab")]
    [InlineData("", null, "")]
    public void Texts_AreJoined(string? held, string? later, string? expected) => Assert.Equal(expected, ChatEnd.Join(held, later));

    [Fact]
    public void ChunkText_OfManyPieces_IsJoinedInOneGo()
    {
        var facts = new ChunkFacts();
        for (var i = 0; i < 300_000; i++)
        {
            facts.AddText(0, "x");
        }

        Assert.Equal(300_000, facts.Text!.Length);
        facts.AddText(0, "y");
        Assert.EndsWith("xy", facts.Text, StringComparison.Ordinal);
        facts.AddText(-1, "z");
        Assert.Equal("z", facts.Text);
        facts.Clear();
        Assert.Null(facts.Text);
    }

    [Fact]
    public void Extras_TheLaterCounts()
    {
        var joined = ChatEnd.Join(Extras("""{"a":1,"b":2}"""), Extras("""{"b":3,"c":4}"""))!;

        Assert.Equal(["a=1", "b=3", "c=4"], joined.Select(static member => $"{member.Key}={member.Value.GetRawText()}"));
    }

    private static JsonExtras Extras(string json)
    {
        var extras = new JsonExtras();
        foreach (var member in JsonDocument.Parse(json).RootElement.EnumerateObject())
        {
            extras[member.Name] = member.Value;
        }

        return extras;
    }

    private static string[] Split(string items) => items.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
