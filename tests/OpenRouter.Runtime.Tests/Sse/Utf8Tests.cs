using OpenRouter.Runtime.Tests.Sse.Vectors;

namespace OpenRouter.Runtime.Tests.Sse;

/// <summary>Bytes beyond ASCII, right or wrong, in every place of a body and cut at every byte.</summary>
public sealed class Utf8Tests
{
    public static TheoryData<string> Names => [.. Utf8Vector.All.Select(static vector => vector.Name)];

    public static TheoryData<string, string[]> ByteOrderMarks => new(ByteOrderMarkVectors.All);

    [Fact]
    public void Vectors_AreMany() => Assert.InRange(Utf8Vector.All.Length, 60, 200);

    [Theory]
    [MemberData(nameof(Names))]
    public void Data_KeepsTheBytes(string name) => Assert.All(Utf8Bodies.Data(Utf8Vector.Get(name)), static body => Check(body.Body, body.Expected));

    [Theory]
    [MemberData(nameof(Names))]
    public void Type_ReplacesWhatIsNotUtf8(string name) => Assert.All(Utf8Bodies.Type(Utf8Vector.Get(name)), static body => Check(body.Body, body.Expected));

    [Theory]
    [MemberData(nameof(Names))]
    public void Id_ReplacesWhatIsNotUtf8_AndRefusesOnlyNul(string name) => Assert.All(Utf8Bodies.Id(Utf8Vector.Get(name)), static body => Check(body.Body, body.Expected));

    [Theory]
    [MemberData(nameof(Names))]
    public void Comment_IsToldAndDisturbsNothing(string name) => Assert.All(Utf8Bodies.Comment(Utf8Vector.Get(name)), static body => Check(body.Body, body.Expected));

    [Theory]
    [MemberData(nameof(Names))]
    public void FieldName_IsUnknown(string name) => Assert.All(Utf8Bodies.FieldName(Utf8Vector.Get(name)), static body => Check(body.Body, body.Expected));

    [Theory]
    [MemberData(nameof(Names))]
    public void BodyThatBeginsWithIt_LosesTheFirstLineOnly(string name) => Assert.All(Utf8Bodies.Beginning(Utf8Vector.Get(name)), static body => Check(body.Body, body.Expected));

    [Theory]
    [MemberData(nameof(ByteOrderMarks))]
    public void ByteOrderMark_IsSkippedOnceAndOnlyWhole(string hex, string[] expected) => Check(Convert.FromHexString(hex), expected);

    private static void Check(byte[] body, params string[] expected)
        => VectorSplits.Run(body, pieces => Assert.Equal(expected, SseRun.Parse(SseRun.NoLimits, pieces)));
}
