using FsCheck;
using FsCheck.Fluent;
using OpenRouter.Runtime.Streaming;
using System.Text;
using System.Text.Json;

namespace OpenRouter.Runtime.Tests.Accumulation;

/// <summary>What holds for every answer and every way in which it was cut into deltas.</summary>
public sealed class AccumulationPropertyTests
{
    private const int Cases = 300;

    private static readonly Gen<char> Units = Gen.Elements([.. "ab{}[]\":,\\ \n1é中", '\ud83d', '\ude00', '\ud83d']);

    private static readonly Gen<string> Texts = Units.ArrayOf().Select(static units => new string(units));

    private static readonly Gen<int[]> Cuts = Gen.Choose(1, 7).ArrayOf();

    [Fact]
    public void Text_CutAnywhere_IsTheSame()
        => Prop.ForAll(
                Texts.Zip(Cuts).ToArbitrary(),
                static pair =>
                {
                    var accumulator = new ChatAccumulator(Told.Ample);
                    foreach (var piece in Pieces(pair.Item1, pair.Item2))
                    {
                        accumulator.BeginChunk();
                        accumulator.Text(0, piece);
                        accumulator.Refusal(0, piece);
                        accumulator.Reasoning(0, piece);
                        accumulator.ToolCall(0, 0, null, null, "x" + piece);
                        accumulator.EndChunk();
                    }

                    var expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(pair.Item1));
                    var answer = accumulator.Snapshot(AnswerOutcome.Completed);
                    return answer.Text == expected && (answer.Refusal ?? "") == expected && answer.Reasoning == expected;
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithQuietOnSuccess(true));

    [Fact]
    public void Arguments_CutAnywhere_AreTheSame()
        => Prop.ForAll(
                Texts.Zip(Cuts).ToArbitrary(),
                static pair =>
                {
                    var arguments = JsonSerializer.Serialize(new Dictionary<string, string> { ["x"] = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(pair.Item1)) });
                    var accumulator = new ChatAccumulator(Told.Ample);
                    accumulator.ToolCall(0, 3, "a", "f", "");
                    foreach (var piece in Pieces(arguments, pair.Item2))
                    {
                        accumulator.ToolCall(0, 3, null, null, piece);
                    }

                    return accumulator.Snapshot(AnswerOutcome.Completed).ToolCalls is [{ IsComplete: true } call] && call == new ToolCall("a", "f", arguments, true);
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithQuietOnSuccess(true));

    [Fact]
    public void Choices_Interleaved_DoNotMix()
        => Prop.ForAll(
                Gen.Choose(-2, 3).Zip(Gen.Elements("a", "b", "é", "😀")).ArrayOf().ToArbitrary(),
                static pieces =>
                {
                    var accumulator = new ChatAccumulator(Told.Ample);
                    foreach (var (index, piece) in pieces)
                    {
                        accumulator.BeginChunk();
                        accumulator.Choice(index, null, null);
                        accumulator.Text(index, piece);
                        accumulator.ToolCall(index, 0, "a", "f", piece);
                        accumulator.EndChunk();
                    }

                    var expected = pieces.GroupBy(static piece => (long)piece.Item1).OrderBy(static group => group.Key)
                        .Select(static group => (group.Key, Text: string.Concat(group.Select(static piece => piece.Item2)))).ToList();
                    var choices = accumulator.Snapshot(AnswerOutcome.Completed).Choices;
                    return choices.Select(static choice => (choice.Index, choice.Text)).SequenceEqual(expected)
                        && choices.All(static choice => choice.ToolCalls.Single().Arguments == choice.Text);
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithQuietOnSuccess(true));

    [Fact]
    public void Details_SentBackAndReadAgain_AreTheSameBytes()
        => Prop.ForAll(
                Gen.Elements(
                    """{"type":"reasoning.text","text":"a","index":0,"score":1.0}""", """{"type":"reasoning.text","text":"b","index":1}""", """{"type":"reasoning.text","text":"c"}""",
                    """{"type":"reasoning.summary","summary":"s","index":0}""", """{"type":"reasoning.encrypted","data":"x","id":"a","index":0}""", """{"type":"reasoning.encrypted","data":"y","index":0}""",
                    """{"type":"reasoning.text","signature":"g","index":0}""", """{"type":"reasoning.new","n":1e400}""", """{"type":"reasoning.text","text":"\u00e9","index":0,"id":null}""").ArrayOf().ToArbitrary(),
                static entries =>
                {
                    var first = Told.Raw(Told.Details(entries).ReasoningDetails);
                    return first.SequenceEqual(Told.Raw(Told.Details(first).ReasoningDetails))
                        && first.SequenceEqual(Told.Raw(Told.Deltas($$"""{"reasoning_details":[{{string.Join(',', first)}}]}""").ReasoningDetails));
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithQuietOnSuccess(true));

    [Fact]
    public void Budget_IsNeverExceeded()
        => Prop.ForAll(
                Gen.Choose(0, 3000).Zip(Gen.Choose(0, 7).Zip(Gen.Choose(0, 300)).ArrayOf()).ToArbitrary(),
                static plan =>
                {
                    var accumulator = new ChatAccumulator(plan.Item1);
                    foreach (var (kind, size) in plan.Item2)
                    {
                        accumulator.BeginChunk();
                        Tell(accumulator, kind, new string('x', size));
                        accumulator.EndChunk();
                    }

                    var answer = accumulator.Snapshot(AnswerOutcome.Failed);
                    var kept = answer.Text.Length + answer.Reasoning.Length + answer.ToolCalls.Sum(static call => call.Name.Length) + answer.ReasoningDetails.Concat(answer.Annotations).Sum(static item => item.GetRawText().Length)
                        + (answer.Audio?.Data.Length ?? 0);
                    return kept <= plan.Item1 && accumulator.KeptChars <= plan.Item1 && kept <= accumulator.KeptChars;
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithQuietOnSuccess(true));

    private static void Tell(ChatAccumulator accumulator, int kind, string text)
    {
        switch (kind)
        {
            case 0: accumulator.Text(0, text); break;
            case 1: accumulator.Reasoning(0, text); break;
            case 2: accumulator.ToolCall(0, text.Length, null, text, null); break;
            case 3: accumulator.Annotation(0, new Support.Raw(JsonSerializer.SerializeToElement(text))); break;
            case 4: accumulator.Audio(0, null, new string('A', text.Length / 4 * 4), null); break;
            default: accumulator.ReasoningDetails(0, Encoding.UTF8.GetBytes($$"""[{"type":"reasoning.{{(kind == 5 ? "text" : "encrypted")}}","text":"{{text}}","id":"{{kind}}","index":0}]""")); break;
        }
    }

    private static IEnumerable<string> Pieces(string text, int[] cuts)
    {
        var start = 0;
        foreach (var length in cuts)
        {
            var end = Math.Min(text.Length, start + length);
            yield return text[start..end];
            start = end;
        }

        yield return text[start..];
    }
}
