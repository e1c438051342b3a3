using OpenRouter.Generator.Tests.Harness;
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
    [InlineData("0o7", "Number", "7")]
    [InlineData("0o8", "String", "0o8")]
    [InlineData("+1", "Number", "1")]
    [InlineData("-0", "Number", "-0")]
    [InlineData("1.5E-3", "Number", "1.5E-3")]
    [InlineData(".inf", "String", ".inf")]
    [InlineData("-.INF", "String", "-.INF")]
    [InlineData(".nan", "String", ".nan")]
    [InlineData("yes", "String", "yes")]
    [InlineData("1:30", "String", "1:30")]
    [InlineData("!!str 12", "String", "12")]
    [InlineData("!!int \"12\"", "Number", "12")]
    [InlineData("!!bool 'true'", "Boolean", "true")]
    [InlineData("!!null ''", "Null", "null")]
    [InlineData("!!float 1", "Number", "1")]
    [InlineData("! 12", "String", "12")]
    [InlineData("!odd 12", "Number", "12")]
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

    [Fact]
    public void Read_DeepNesting_IsRefusedInsteadOfOverflowing()
    {
        var exception = Assert.Throws<TextProblemException>(() => Read(new string('[', 5_000)));

        Assert.Contains("nested too deeply", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: 1\na: 2", 1, "stands twice")]
    [InlineData("a: *missing", 0, "not defined")]
    [InlineData("a: [1, 2", 0, "")]
    [InlineData("a: 1\n---\nb: 2", 1, "only one document")]
    [InlineData("# nothing", 0, "holds no document")]
    [InlineData("", 0, "holds no document")]
    [InlineData("a:\n  ? [x, y]\n  : 1", 1, "must be a plain text")]
    [InlineData("a:\n  {x: 1}: 2", 1, "")]
    [InlineData("a:\n\tb: 1", 1, "")]
    [InlineData("a: !!int x", 0, "not what its tag says")]
    [InlineData("a:\n  <<: 7", 1, "merges mappings")]
    [InlineData("a:\n  <<: [{x: 1}, y]", 1, "merges mappings")]
    [InlineData("a: &x\n  b: *x", 1, "not defined")]
    [InlineData("a: \"x", 0, "")]
    [InlineData("x: 0\na: [1, 2\nb: 3", 1, "not closed")]
    [InlineData("a: 1\n b: 2", 1, "invalid mapping")]
    [InlineData("a: @x", 0, "cannot start any token")]
    public void Read_BadYaml_SaysWhatAndWhere(string yaml, int line, string message)
    {
        var exception = Assert.Throws<TextProblemException>(() => Read(yaml));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal(line, exception.Span.Line);
    }

    [Fact]
    public void Read_MergeKey_TakesWhatTheMappingLacks()
    {
        var root = Read("""
            base: &base { type: string, format: uuid }
            more: &more { format: date, description: more }
            one: { description: own, <<: *base, minLength: 1 }
            two: { <<: [*base, *more] }
            """);

        Assert.Equal("""{"description":"own","type":"string","format":"uuid","minLength":1}""", NodeText.Json(root["one"]!));
        Assert.Equal("""{"type":"string","format":"uuid","description":"more"}""", NodeText.Json(root["two"]!));
    }

    [Fact]
    public void Read_Blocks_KeepTheirLines()
    {
        var root = Read("literal: |\n  one\n\n    two\n  three\nfolded: >-\n  one\n  two\n\n  three\nkept: |+\n  one\n\nplain: one\n  two\nquoted: \"a\\tb\\u20AC\n  c\"\n");

        Assert.Equal("one\n\n  two\nthree\n", root["literal"]!.Text);
        Assert.Equal("one two\nthree", root["folded"]!.Text);
        Assert.Equal("one\n\n", root["kept"]!.Text);
        Assert.Equal("one two", root["plain"]!.Text);
        Assert.Equal("a\tb\u20AC c", root["quoted"]!.Text);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Read_Places_AreThoseOfTheFile(string newLine)
    {
        var yaml = string.Join(newLine, "\uFEFFa: 1", "list:", "  - x: |", "      ", "        text", "      ", "    'y': \"q\"", "    z: \u20AC # end", "last: { k: v }");
        var root = YamlTextReader.Read("b.yaml", yaml, TestContext.Current.CancellationToken);

        AssertPlace(yaml, root["list"]!.Items[0]["y"]!.Span, "\"q\"", 6, 9);
        AssertPlace(yaml, root["list"]!.Items[0].Members[1].NameSpan, "'y'", 6, 4);
        AssertPlace(yaml, root["list"]!.Items[0]["z"]!.Span, "\u20AC", 7, 7);
        AssertPlace(yaml, root["last"]!["k"]!.Span, "v", 8, 11);
        AssertPlace(yaml, root["last"]!.Span, "{ k: v }", 8, 6);
    }

    [Fact]
    public void Read_NumbersAsNames_StayText()
    {
        var root = Read("200: a\n4.0: b\ntrue: c\nnull: d\n");

        Assert.Equal(["200", "4.0", "true", "null"], root.Members.Select(static member => member.Name));
    }

    private static void AssertPlace(string text, SourceSpan span, string expected, int line, int column)
    {
        Assert.Equal(expected, text.Substring(span.Start, span.Length));
        Assert.Equal((line, column, "b.yaml"), (span.Line, span.Column, span.Path));
    }

    private static Node Read(string yaml) => YamlTextReader.Read("b.yaml", yaml, TestContext.Current.CancellationToken);
}
