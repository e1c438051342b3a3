using OpenRouter.Runtime.Tests.Accumulation.Vectors;
using System.Text;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Runtime.Tests.Accumulation;

/// <summary>Sound comes as base64 in pieces: each with padding of its own, or cut anywhere.</summary>
public sealed class SoundTests
{
    public static TheoryData<string, string[]> Decoded => new(SoundVectors.Decoded);

    public static TheoryData<string, string[]> Unpadded => new(SoundVectors.Unpadded);

    public static TheoryData<string[]> Cut => [.. SoundVectors.Cut];

    public static TheoryData<string[]> Damaged => [.. SoundVectors.Damaged];

    [Theory]
    [MemberData(nameof(Decoded))]
    public void Pieces_OfAnyCut_AreDecoded(string expected, string[] pieces)
    {
        var accumulator = Tell(pieces);

        Assert.Equal(expected, Encoding.ASCII.GetString(accumulator.Snapshot(AnswerOutcome.Completed).Audio!.Data.Span));
        Assert.False(accumulator.IsDamaged);
        Assert.False(accumulator.IsSoundCut);
    }

    [Theory]
    [MemberData(nameof(Unpadded))]
    public void LastPiece_WithoutItsPadding_IsTaken(string expected, string[] pieces)
    {
        var accumulator = Tell(pieces);

        Assert.Equal(expected, Encoding.ASCII.GetString(accumulator.Snapshot(AnswerOutcome.Completed).Audio!.Data.Span));
        Assert.False(accumulator.IsSoundCut);
    }

    [Theory]
    [MemberData(nameof(Cut))]
    public void Sound_ThatStopsInsideACharacter_IsCut(string[] pieces)
    {
        var accumulator = Tell(pieces);

        Assert.True(accumulator.IsSoundCut);
        Assert.False(accumulator.IsDamaged);
    }

    [Theory]
    [MemberData(nameof(Damaged))]
    public void Sound_ThatIsNoBase64_IsDamaged(string[] pieces) => Assert.True(Tell(pieces).IsDamaged);

    [Fact]
    public void Damage_KeepsWhatCameBeforeAndNothingAfter()
    {
        var accumulator = Tell("aGkh", "????aG", "kh");

        Assert.Equal("hi!", Encoding.ASCII.GetString(accumulator.Snapshot(AnswerOutcome.Failed).Audio!.Data.Span));
        Assert.True(accumulator.IsDamaged);
        Assert.False(accumulator.IsSoundCut);
    }

    [Fact]
    public void Audio_OfManyPieces_HasIdAndTranscript()
    {
        var audio = Told.Deltas(
            """{"audio":{"id":"au_1","transcript":"He"}}""", """{"audio":{"data":"aGk=","transcript":"llo"}}""",
            """{"audio":{"id":"au_2","data":null,"transcript":null}}""", """{"audio":{"expires_at":1}}""").Audio!;

        Assert.Equal(("au_1", "Hello", "hi"), (audio.Id, audio.Transcript, Encoding.ASCII.GetString(audio.Data.Span)));
    }

    [Theory]
    [InlineData("""{"id":"a"}""", false)]
    [InlineData("""{"expires_at":1}""", false)]
    [InlineData("""{"data":""}""", false)]
    [InlineData("""{"data":"aGkh"}""", true)]
    [InlineData("""{"transcript":"x"}""", true)]
    public void Audio_IsContent_WhenSomethingIsHeardOrSaid(string audio, bool expected)
        => Assert.Equal(expected, Told.Chunks(Told.Ample, $$$"""{"choices":[{"index":0,"delta":{"audio":{{{audio}}}}}]}""").HasContent);

    [Fact]
    public void Transcript_CutInsideACharacter_IsWhole()
    {
        var accumulator = new ChatAccumulator(Told.Ample);
        accumulator.Audio(0, null, null, "a\ud83d");
        accumulator.Audio(0, null, null, "\ude00\ud83d");

        Assert.Equal("a😀\uFFFD", accumulator.Snapshot(AnswerOutcome.Completed).Audio!.Transcript);
    }

    [Fact]
    public void Audio_ThatNeverCame_IsNone() => Assert.Null(Told.Deltas("""{"content":"x","audio":null}""").Audio);

    private static ChatAccumulator Tell(params string[] pieces)
    {
        var accumulator = new ChatAccumulator(Told.Ample);
        foreach (var piece in pieces)
        {
            accumulator.Audio(0, null, piece, null);
        }

        return accumulator;
    }
}
