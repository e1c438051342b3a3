using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Runtime.Tests.Accumulation;

/// <summary>What each part of an answer takes of the room that <see cref="Core.StreamLimits"/> gives: neither less nor more than it keeps.</summary>
public sealed class CostTests
{
    private const int Entry = AnswerBudget.EntryCost;
    private const int Item = AnswerBudget.ItemCost;
    private const string Thought = """{"type":"reasoning.text","text":"abc","index":0}""";
    private const string Signed = """{"type":"reasoning.text","text":"de","signature":"s","index":0}""";
    private const string Summary = """{"type":"reasoning.summary","summary":"abc","index":0}""";
    private const string Full = """{"type":"reasoning.text","text":"ab","id":"i","format":"f","signature":null,"index":0}""";
    private const string Blank = """{"type":"reasoning.text","text":"ab","id":null,"format":null,"signature":null,"index":0}""";
    private const string Other = """{"type":"reasoning.text","text":"ab","id":"j","format":"g","index":0}""";
    private const string Hidden = """{"type":"reasoning.encrypted","id":"a","data":"xxxx"}""";
    private const string Shorter = """{"type":"reasoning.encrypted","id":"a","data":"y"}""";
    private const string Later = """{"type":"reasoning.later"}""";

    public static TheoryData<string, long> Deltas => new()
    {
        { """{"content":"abc"}""", 3 },
        { """{"refusal":"abcd"}""", 4 },
        { """{"reasoning":"abcde"}""", 5 },
        { """{"content":"","refusal":"","reasoning":""}""", 0 },
        { """{"tool_calls":[{"index":0,"id":"id","function":{"name":"f","arguments":"{}"}}]}""", Entry + 2 + 1 + 2 },
        { """{"tool_calls":[{"index":0,"id":"id","function":{"name":"f","arguments":"{}"}},{"index":0,"id":"id","function":{"name":"f","arguments":"{}"}}]}""", Entry + 2 + 1 + 2 },
        { """{"tool_calls":[{"index":0,"id":"id","function":{"name":"f"}},{"index":0,"id":"id","function":{"name":"f","arguments":"12"}}]}""", Entry + 2 + 1 + 2 },
        { """{"images":[{"u":1}]}""", Entry + 7 },
        { """{"images":[{"index":1,"u":1},{"index":1,"u":22}]}""", Entry + 18 },
        { """{"images":[{"index":1,"u":1},{"index":1,"u":22},{"index":1}]}""", Entry + 11 },
        { """{"images":[{"index":1,"u":1},{"index":2}]}""", Entry + 17 + Entry + 11 },
        { """{"annotations":[{"u":1},{}]}""", Entry + 7 + Entry + 2 },
        { """{"audio":{"id":"","data":"","transcript":""}}""", 0 },
        { """{"audio":{"id":"au","data":"aGkh","transcript":"hi!"}}""", 2 + 4 + 3 },
        { $$"""{"reasoning_details":[{{Later}}]}""", Entry + 26 },
        { $$"""{"reasoning_details":[{{Thought}}]}""", Thought.Length + (4 * Entry) + 3 },
        { $$"""{"reasoning_details":[{{Thought}},{{Thought}}]}""", Thought.Length + (4 * Entry) + 3 + 3 + 3 },
        { $$"""{"reasoning_details":[{{Thought}},{{Signed}}]}""", Thought.Length + (4 * Entry) + 3 + Signed.Length + Entry + 2 },
        { $$"""{"reasoning_details":[{{Signed}},{{Signed}}]}""", Signed.Length + (5 * Entry) + 2 + Signed.Length + 2 },
        { $$"""{"reasoning_details":[{{Summary}},{{Summary}}]}""", Summary.Length + (4 * Entry) + 3 + 3 + 3 },
        { $$"""{"reasoning_details":[{{Full}},{{Full}}]}""", Full.Length + (7 * Entry) + 2 + 2 + 2 },
        { $$"""{"reasoning_details":[{{Full}},{{Other}}]}""", Full.Length + (7 * Entry) + 2 + 2 + 2 },
        { $$"""{"reasoning_details":[{{Full}},{{Blank}}]}""", Full.Length + (7 * Entry) + 2 + 2 + 2 },
        { $$"""{"reasoning_details":[{{Blank}},{{Blank}}]}""", Blank.Length + (7 * Entry) + 2 + 2 + 2 },
        { $$"""{"reasoning_details":[{{Blank}},{{Full}},{{Full}}]}""", Blank.Length + (7 * Entry) + 2 + Full.Length + 2 + 2 + 2 },
        { $$"""{"reasoning_details":[{{Thought}},{{Other}},{{Full}}]}""", Thought.Length + (4 * Entry) + 3 + Other.Length + (2 * Entry) + 2 + Full.Length + Entry + 2 },
        { $$"""{"reasoning_details":[{{Hidden}}]}""", Hidden.Length + (4 * Entry) },
        { $$"""{"reasoning_details":[{{Hidden}},{{Shorter}}]}""", Hidden.Length + (4 * Entry) },
        { $$"""{"reasoning_details":[{{Shorter}},{{Hidden}}]}""", Hidden.Length + (4 * Entry) },
        { $$"""{"reasoning_details":[{{Hidden}},{{Shorter}},{{Hidden}}]}""", Hidden.Length + (4 * Entry) },
        { $$"""{"reasoning":"abc","reasoning_details":[{{Thought}}]}""", Thought.Length + (4 * Entry) + 3 },
    };

    [Theory]
    [MemberData(nameof(Deltas))]
    public void Part_OfAnyKind_TakesWhatItKeeps(string delta, long expected)
    {
        var accumulator = Told.Chunks(Told.Ample, Chunk(delta));

        Assert.Equal((expected, false), (accumulator.KeptChars, accumulator.IsTooLarge));
    }

    [Theory]
    [MemberData(nameof(Deltas))]
    public void Part_OfAnyKind_HasRoomInWhatItTakesAtMost(string delta, long expected)
    {
        var most = Enumerable.Range((int)expected, 2000).First(room => !Told.Chunks(room, Chunk(delta)).IsTooLarge);
        var whole = Told.Chunks(most, Chunk(delta));
        var full = Told.Chunks(Math.Max(0, most - 1), Chunk(delta));

        Assert.Equal(expected, whole.KeptChars);
        Assert.Equal(most > 0, full.IsTooLarge);
        Assert.InRange(full.KeptChars, 0, Math.Max(0, most - 1));
    }

    [Fact]
    public void Reasoning_ThatDetailsRepeat_TakesItsRoomOnce()
    {
        var accumulator = Told.Chunks(Told.Ample, Chunk("""{"reasoning":"abc"}"""), Chunk($$"""{"reasoning_details":[{{Thought}}]}"""));

        Assert.Equal(3 + Thought.Length + (4 * Entry), accumulator.KeptChars);
    }

    [Fact]
    public void Logprobs_Forgotten_GiveTheirRoomBack()
    {
        var budget = new AnswerBudget(1000);
        var logprobs = new LogprobAssembly(budget);
        logprobs.Add("""{"content":[1,"ab"],"refusal":[null]}"""u8);
        Assert.Equal(1 + 4 + 4 + (3 * Item), budget.Taken);
        logprobs.Clear();

        Assert.Equal(0, budget.Taken);
        Assert.Null(logprobs.ToLogprobs());
        logprobs.Add("""{"content":[2]}"""u8);
        Assert.Equal(["2"], Told.Raw(logprobs.ToLogprobs()!.Content));
        logprobs.Clear();
        Assert.Equal(0, budget.Taken);
    }

    private static string Chunk(string delta) => $$"""{"choices":[{"index":0,"delta":{{delta}}}]}""";
}
