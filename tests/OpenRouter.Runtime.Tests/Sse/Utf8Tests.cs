using OpenRouter.Runtime.Tests.Sse.Vectors;

namespace OpenRouter.Runtime.Tests.Sse;

/// <summary>Bytes beyond ASCII, right or wrong, in every place of a body and cut at every byte.</summary>
public sealed class Utf8Tests
{
    [Fact]
    public void Vectors_AreMany() => Assert.InRange(Utf8Vector.All.Length, 60, 200);

    [Theory]
    [MemberData(nameof(Utf8Vector.Names), MemberType = typeof(Utf8Vector))]
    public void Data_KeepsTheBytes(string name)
    {
        var vector = Utf8Vector.Get(name);

        Check(vector.Between("data: ", "\n\n"), SseRun.Event("message", "", vector.Bytes));
        Check(vector.Between("data:", "\r\rdata: b\r\r"), SseRun.Event("message", "", vector.Bytes), "message||b");
        Check(vector.Between("data: a\r\ndata: ", "\r\ndata: b\r\n\r\n"), SseRun.Event("message", "", [.. "a\n"u8, .. vector.Bytes, .. "\nb"u8]));
        Check(vector.Between("data: ", ""), "?" + SseRun.Event("message", "", vector.Bytes));
    }

    [Theory]
    [MemberData(nameof(Utf8Vector.Names), MemberType = typeof(Utf8Vector))]
    public void Type_ReplacesWhatIsNotUtf8(string name)
    {
        var vector = Utf8Vector.Get(name);

        Check(vector.Between("event: ", "\ndata: a\n\n"), $"{vector.Text}||a");
        Check(vector.Between("event: ", "\ndata: a\n\ndata: b\n\n"), $"{vector.Text}||a", "message||b");
    }

    [Theory]
    [MemberData(nameof(Utf8Vector.Names), MemberType = typeof(Utf8Vector))]
    public void Id_ReplacesWhatIsNotUtf8_AndRefusesOnlyNul(string name)
    {
        var vector = Utf8Vector.Get(name);

        Check(vector.Between("id: ", "\ndata: a\n\n"), vector.Text.Contains('\0') ? "message||a" : $"message|{vector.Text}|a");
    }

    [Theory]
    [MemberData(nameof(Utf8Vector.Names), MemberType = typeof(Utf8Vector))]
    public void Comment_IsToldAndDisturbsNothing(string name)
    {
        var vector = Utf8Vector.Get(name);

        Check(vector.Between("data: a\n:", "\ndata: b\n\n"), ":" + vector.Text, "message||a\nb");
    }

    [Theory]
    [MemberData(nameof(Utf8Vector.Names), MemberType = typeof(Utf8Vector))]
    public void FieldName_IsUnknown(string name)
    {
        var vector = Utf8Vector.Get(name);

        Check(vector.Between("data: a\ndata", ": x\n\n"), "message||a");
        Check(vector.Between("data: a\n", "data: x\n\n"), "message||a");
        Check(vector.Between("data: a\n", "\n\n"), "message||a");
    }

    [Theory]
    [MemberData(nameof(Utf8Vector.Names), MemberType = typeof(Utf8Vector))]
    public void BodyThatBeginsWithIt_LosesTheFirstLineOnly(string name)
    {
        var vector = Utf8Vector.Get(name);

        Check(vector.Between("", "data: a\n\ndata: b\n\n"), "message||b");
        Check(vector.Between("\uFEFF", "\ndata: b\n\n"), "message||b");
    }

    [Theory]
    [InlineData("EF", new string[0])]
    [InlineData("EFBB", new string[0])]
    [InlineData("EFBBBF", new string[0])]
    [InlineData("EF0A646174613A610A0A", new[] { "message||a" })]
    [InlineData("EFBB0A646174613A610A0A", new[] { "message||a" })]
    [InlineData("EFBBBF0A646174613A610A0A", new[] { "message||a" })]
    [InlineData("EFBBBE646174613A610A0A", new string[0])]
    [InlineData("EFBFBF646174613A610A0A", new string[0])]
    [InlineData("BBBF646174613A610A0A", new string[0])]
    [InlineData("EFBBBF646174613A610A0A", new[] { "message||a" })]
    [InlineData("EFBBBF3A630A", new[] { ":c" })]
    [InlineData("EFBBBFEFBBBF3A630A", new string[0])]
    [InlineData("0AEFBBBF3A630A", new string[0])]
    [InlineData("EFBBBF0D0A646174613A610D0A0D0A", new[] { "message||a" })]
    [InlineData("EFBBBF64617461", new[] { "?message||" })]
    public void ByteOrderMark_IsSkippedOnceAndOnlyWhole(string hex, string[] expected) => Check(Convert.FromHexString(hex), expected);

    private static void Check(byte[] body, params string[] expected)
        => VectorSplits.Run(body, pieces => Assert.Equal(expected, SseRun.Parse(SseRun.NoLimits, pieces)));
}
