using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.Tests.Text;

public sealed class YamlTextReaderTests
{
    [Theory]
    [InlineData("no", "String", "no")]
    [InlineData("on", "String", "on")]
    [InlineData("1_000", "String", "1_000")]
    [InlineData("true", "Boolean", "true")]
    [InlineData("False", "Boolean", "false")]
    [InlineData("~", "Null", "null")]
    [InlineData("null", "Null", "null")]
    [InlineData("0x1F", "Number", "31")]
    [InlineData("0o17", "Number", "15")]
    [InlineData("+1.", "Number", "1")]
    [InlineData("-.5", "Number", "-0.5")]
    [InlineData("012", "Number", "12")]
    [InlineData("1e3", "Number", "1e3")]
    [InlineData("3.1.0", "String", "3.1.0")]
    [InlineData("\"7\"", "String", "7")]
    [InlineData("'true'", "String", "true")]
    [InlineData("2024-01-01", "String", "2024-01-01")]
    public void Read_Scalar_FollowsTheCoreSchema(string yaml, string kind, string text)
    {
        var value = Read("key: " + yaml)["key"]!;

        Assert.Equal((kind, text), (value.Kind.ToString(), value.Text));
    }

    [Fact]
    public void Read_Alias_IsACopyOfItsAnchor()
    {
        var root = Read("a: &shape\n  type: string\nb: *shape\n");

        Assert.Equal("string", root["b"]!["type"]!.Text);
        Assert.NotSame(root["a"], root["b"]);
    }

    [Fact]
    public void Read_AliasBomb_IsRefused()
    {
        var lines = new List<string> { "a0: &a0 [x, x, x, x, x, x, x, x, x, x]" };
        for (var i = 1; i < 9; i++)
        {
            lines.Add($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]");
        }

        var exception = Assert.Throws<TextProblemException>(() => Read(string.Join('\n', lines)));

        Assert.Contains("aliases unfold", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: 1\na: 2", 1, "stands twice")]
    [InlineData("a: *missing", 0, "not defined")]
    [InlineData("a: [1, 2", 0, "")]
    [InlineData("a: 1\n---\nb: 2", 1, "only one document")]
    public void Read_BadYaml_SaysWhatAndWhere(string yaml, int line, string message)
    {
        var exception = Assert.Throws<TextProblemException>(() => Read(yaml));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal(line, exception.Span.Line);
    }

    private static Node Read(string yaml) => YamlTextReader.Read("b.yaml", yaml, TestContext.Current.CancellationToken);
}
