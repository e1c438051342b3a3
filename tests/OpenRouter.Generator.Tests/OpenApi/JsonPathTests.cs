using OpenRouter.Generator.OpenApi.JsonPaths;
using OpenRouter.Generator.Tests.Harness;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.Tests.OpenApi;

/// <summary>The examples of RFC 9535, section by section, over documents of our own.</summary>
public sealed class JsonPathTests
{
    private const string Shop = """
        { "shop": {
            "models": [
              { "kind": "text", "maker": "Ann", "name": "Alpha", "price": 8.95 },
              { "kind": "code", "maker": "Bob", "name": "Beta", "price": 12.99 },
              { "kind": "code", "maker": "Cid", "name": "Gamma", "key": "m-3", "price": 8.99 },
              { "kind": "code", "maker": "Dan", "name": "Delta", "key": "m-4", "price": 22.99 } ],
            "device": { "color": "red", "price": 399 } } }
        """;

    [Theory]
    [InlineData("$.shop.models[*].maker", """["Ann","Bob","Cid","Dan"]""")]
    [InlineData("$..maker", """["Ann","Bob","Cid","Dan"]""")]
    [InlineData("$.shop.device.*", """["red",399]""")]
    [InlineData("$.shop..price", "[8.95,12.99,8.99,22.99,399]")]
    [InlineData("$..models[2].name", """["Gamma"]""")]
    [InlineData("$..models[2].publisher", "[]")]
    [InlineData("$..models[-1].name", """["Delta"]""")]
    [InlineData("$..models[0,1].name", """["Alpha","Beta"]""")]
    [InlineData("$..models[:2].name", """["Alpha","Beta"]""")]
    [InlineData("$..models[?@.key].name", """["Gamma","Delta"]""")]
    [InlineData("$..models[?@.price<10].name", """["Alpha","Gamma"]""")]
    [InlineData("$.shop.models[?(@.price >= 12.99)].name", """["Beta","Delta"]""")]
    [InlineData("$['shop']['device']['color']", """["red"]""")]
    [InlineData("$.shop[?@.color].price", "[399]")]
    public void Overview_Queries_SelectTheseValues(string query, string expected) => AssertSelects(Shop, query, expected);

    [Theory]
    [InlineData("""{ "o": { "j j": { "k.k": 3 } }, "'": { "@": 2 } }""", "$.o['j j']", """[{"k.k":3}]""")]
    [InlineData("""{ "o": { "j j": { "k.k": 3 } }, "'": { "@": 2 } }""", "$.o['j j']['k.k']", "[3]")]
    [InlineData("""{ "o": { "j j": { "k.k": 3 } }, "'": { "@": 2 } }""", "$.o[\"j j\"][\"k.k\"]", "[3]")]
    [InlineData("""{ "o": { "j j": { "k.k": 3 } }, "'": { "@": 2 } }""", """$["'"]["@"]""", "[2]")]
    [InlineData("""{ "o": { "j j": { "k.k": 3 } }, "'": { "@": 2 } }""", """$['\'']['@']""", "[2]")]
    [InlineData("""{ "\u263A": 1, "a\nb": 2, "\uD83D\uDE00": 3 }""", """$['\u263A']""", "[1]")]
    [InlineData("""{ "\u263A": 1, "a\nb": 2, "\uD83D\uDE00": 3 }""", "$.\u263A", "[1]")]
    [InlineData("""{ "\u263A": 1, "a\nb": 2, "\uD83D\uDE00": 3 }""", """$["a\nb"]""", "[2]")]
    [InlineData("""{ "\u263A": 1, "a\nb": 2, "\uD83D\uDE00": 3 }""", """$["\uD83D\uDE00"]""", "[3]")]
    [InlineData("""{ "x-name": 1, "$ref": 2, "a-b-1": 3 }""", "$.x-name", "[1]")]
    [InlineData("""{ "x-name": 1, "$ref": 2, "a-b-1": 3 }""", "$['$ref']", "[2]")]
    [InlineData("""{ "x-name": 1, "$ref": 2, "a-b-1": 3 }""", "$.a-b-1", "[3]")]
    [InlineData("""{ "k": null }""", "$.k", "[null]")]
    [InlineData("[1]", "$.k", "[]")]
    public void Name_IsTakenAsItIsWritten(string document, string query, string expected) => AssertSelects(document, query, expected);

    [Theory]
    [InlineData("$[*]", """[{"j":1,"k":2},[5,3]]""")]
    [InlineData("$.o[*]", "[1,2]")]
    [InlineData("$.o[*, *]", "[1,2,1,2]")]
    [InlineData("$.a[*]", "[5,3]")]
    [InlineData("$.o.*", "[1,2]")]
    [InlineData("$['o','a']", """[{"j":1,"k":2},[5,3]]""")]
    [InlineData("$ ['a'] [ 0 ]", "[5]")]
    public void Wildcard_TakesEveryChild(string query, string expected) => AssertSelects("""{ "o": { "j": 1, "k": 2 }, "a": [5, 3] }""", query, expected);

    [Theory]
    [InlineData("$[1]", """["b"]""")]
    [InlineData("$[-2]", """["f"]""")]
    [InlineData("$[7]", "[]")]
    [InlineData("$[-8]", "[]")]
    [InlineData("$[1:3]", """["b","c"]""")]
    [InlineData("$[5:]", """["f","g"]""")]
    [InlineData("$[1:5:2]", """["b","d"]""")]
    [InlineData("$[5:1:-2]", """["f","d"]""")]
    [InlineData("$[::-1]", """["g","f","e","d","c","b","a"]""")]
    [InlineData("$[-2:]", """["f","g"]""")]
    [InlineData("$[:-5]", """["a","b"]""")]
    [InlineData("$[0:100]", """["a","b","c","d","e","f","g"]""")]
    [InlineData("$[::0]", "[]")]
    [InlineData("$[ 0 : 4 : 3 ]", """["a","d"]""")]
    [InlineData("$[0, 3]", """["a","d"]""")]
    [InlineData("$[0:2, 5]", """["a","b","f"]""")]
    [InlineData("$[0, 0]", """["a","a"]""")]
    [InlineData("$[::9007199254740991]", """["a"]""")]
    public void IndexAndSlice_CountFromBothEnds(string query, string expected) => AssertSelects("""["a", "b", "c", "d", "e", "f", "g"]""", query, expected);

    [Theory]
    [InlineData("$..j", "[1,4]")]
    [InlineData("$..[0]", """[5,{"j":4}]""")]
    [InlineData("$..[*]", """[{"j":1,"k":2},[5,3,[{"j":4},{"k":6}]],1,2,5,3,[{"j":4},{"k":6}],{"j":4},{"k":6},4,6]""")]
    [InlineData("$..o", """[{"j":1,"k":2}]""")]
    [InlineData("$.a..[0, 1]", """[5,3,{"j":4},{"k":6}]""")]
    [InlineData("$.o..[*, *]", "[1,2,1,2]")]
    public void Descendants_AreVisitedParentsFirst(string query, string expected) =>
        AssertSelects("""{ "o": { "j": 1, "k": 2 }, "a": [5, 3, [{ "j": 4 }, { "k": 6 }]] }""", query, expected);

    [Theory]
    [InlineData("$.a[?@.b == 'kilo']", """[{"b":"kilo"}]""")]
    [InlineData("$.a[?(@.b == 'kilo')]", """[{"b":"kilo"}]""")]
    [InlineData("$.a[?@>3.5]", "[5,4,6]")]
    [InlineData("$.a[?@.b]", """[{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}]""")]
    [InlineData("$[?@.*]", """[[3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}],{"p":1,"q":2,"r":3,"s":5,"t":{"u":6}}]""")]
    [InlineData("$[?@[?@.b]]", """[[3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}]]""")]
    [InlineData("$.o[?@<3, ?@<3]", "[1,2,1,2]")]
    [InlineData("$.a[?@<2 || @.b == \"k\"]", """[1,{"b":"k"}]""")]
    [InlineData("$.a[?match(@.b, \"[jk]\")]", """[{"b":"j"},{"b":"k"}]""")]
    [InlineData("$.a[?search(@.b, \"[jk]\")]", """[{"b":"j"},{"b":"k"},{"b":"kilo"}]""")]
    [InlineData("$.o[?@>1 && @<4]", "[2,3]")]
    [InlineData("$.o[?@.u || @.x]", """[{"u":6}]""")]
    [InlineData("$.a[?@.b == $.x]", "[3,5,1,2,4,6]")]
    [InlineData("$.a[?@ == @]", """[3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}]""")]
    [InlineData("$.a[?!@.b]", "[3,5,1,2,4,6]")]
    [InlineData("$.a[?!(@.b || @ < 5)]", "[5,6]")]
    [InlineData("$.a[?@['b'] != 'k' && @.b]", """[{"b":"j"},{"b":{}},{"b":"kilo"}]""")]
    [InlineData("$.a[?@ < 2 || @ > 5 && @ != 6]", "[1]")]
    [InlineData("$.o[?@ == $.o.q]", "[2]")]
    [InlineData("$.o.t[?@ == 6.0]", "[6]")]
    [InlineData("$.o.t[?@ == 0.6e1]", "[6]")]
    public void Filter_TakesWhatItsConditionHoldsFor(string query, string expected) =>
        AssertSelects("""{ "a": [3, 5, 1, 2, 4, 6, { "b": "j" }, { "b": "k" }, { "b": {} }, { "b": "kilo" }], "o": { "p": 1, "q": 2, "r": 3, "s": 5, "t": { "u": 6 } }, "e": "f" }""", query, expected);

    /// <summary>Comparisons of values that are there, of another kind, or missing.</summary>
    [Theory]
    [InlineData("$.absent1 == $.absent2", true)]
    [InlineData("$.absent1 <= $.absent2", true)]
    [InlineData("$.absent == 'g'", false)]
    [InlineData("$.absent1 != $.absent2", false)]
    [InlineData("$.absent != 'g'", true)]
    [InlineData("1 <= 2", true)]
    [InlineData("1 > 2", false)]
    [InlineData("13 == '13'", false)]
    [InlineData("'a' <= 'b'", true)]
    [InlineData("'a' > 'b'", false)]
    [InlineData("$.obj == $.arr", false)]
    [InlineData("$.obj != $.arr", true)]
    [InlineData("$.obj == $.obj", true)]
    [InlineData("$.obj != $.obj", false)]
    [InlineData("$.arr == $.arr", true)]
    [InlineData("$.obj == 17", false)]
    [InlineData("$.obj <= $.arr", false)]
    [InlineData("$.obj < $.arr", false)]
    [InlineData("$.obj <= $.obj", true)]
    [InlineData("1 <= $.arr", false)]
    [InlineData("1 >= $.arr", false)]
    [InlineData("true <= true", true)]
    [InlineData("true > true", false)]
    [InlineData("null == null", true)]
    [InlineData("$.none == null", true)]
    [InlineData("-0 == 0", true)]
    [InlineData("length($.arr) == 2", true)]
    [InlineData("length($.text) == 2", true)]
    [InlineData("length($.obj) < 2", true)]
    [InlineData("length($.number) == $.absent", true)]
    [InlineData("length('abc') >= 3", true)]
    [InlineData("count($.arr.*) == 2", true)]
    [InlineData("count($..*) > 5", true)]
    [InlineData("count($.absent) == 0", true)]
    [InlineData("value($..x) == 'y'", true)]
    [InlineData("value($.*) == 'y'", false)]
    [InlineData("match($.day, '1974-05-..')", true)]
    [InlineData("match($.day, '1974-05')", false)]
    [InlineData("search($.day, '05-1')", true)]
    [InlineData("match($.lines, 'a.b')", false)]
    [InlineData("match($.lines, 'a[.\\r]b')", true)]
    [InlineData("match($.day, '(')", false)]
    [InlineData("match($.number, '1')", false)]
    [InlineData("!match($.day, 'x') && !(1 == 2)", true)]
    public void Condition_IsTrueOrFalse(string condition, bool expected)
    {
        const string Document = """{ "obj": { "x": "y" }, "arr": [2, 3], "none": null, "text": "a\uD83D\uDE00", "number": 1, "day": "1974-05-11", "lines": "a\rb" }""";

        var selected = Select(Document, $"$[?{condition}]");

        Assert.Equal(expected, selected.Count > 0);
    }

    [Theory]
    [InlineData("components", "must start with '$'", 0)]
    [InlineData("$.a.", "a name is expected", 4)]
    [InlineData("$[", "is expected", 2)]
    [InlineData("$['a'", "']' is expected", 5)]
    [InlineData("$['a]", "not closed", 5)]
    [InlineData("$['\\x']", "escape sequence", 4)]
    [InlineData("$[01]", "no plain integer", 2)]
    [InlineData("$[-0]", "no plain integer", 2)]
    [InlineData("$[9007199254740992]", "no plain integer", 2)]
    [InlineData("$.a b", "the end is expected", 4)]
    [InlineData("$[?@.a == ]", "a value is expected", 10)]
    [InlineData("$[?@.a = 1]", "']' is expected", 7)]
    [InlineData("$[?@.* == 1]", "only a query for one node", 10)]
    [InlineData("$[?@..a == 1]", "only a query for one node", 11)]
    [InlineData("$[?1]", "must be compared", 4)]
    [InlineData("$[?true]", "must be compared", 7)]
    [InlineData("$[?length(@)]", "must be compared", 12)]
    [InlineData("$[?match(@, 'a') == true]", "only a query for one node", 20)]
    [InlineData("$[?count(1) == 1]", "wants a query", 11)]
    [InlineData("$[?length(@.*) == 1]", "wants a value", 14)]
    [InlineData("$[?length(@, @) == 1]", "takes one argument", 15)]
    [InlineData("$[?size(@) == 1]", "'size' is unknown", 7)]
    [InlineData("$[?(@.a == 1]", "')' is expected", 12)]
    [InlineData("$[?@.a =~ /x/]", "']' is expected", 7)]
    public void Mistake_IsNamedWithItsOffset(string query, string message, int offset)
    {
        Assert.Null(JsonPath.Parse(query, out var error));
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.EndsWith($"(at offset {offset})", error, StringComparison.Ordinal);
    }

    [Fact]
    public void DeepFilter_IsRefusedInsteadOfOverflowing()
    {
        Assert.Null(JsonPath.Parse("$[?" + new string('(', 100_000), out var error));
        Assert.Contains("nested too deeply", error, StringComparison.Ordinal);
    }

    private static void AssertSelects(string document, string query, string expected) =>
        Assert.Equal(expected, NodeText.Json(Select(document, query)));

    private static List<Node> Select(string document, string query)
    {
        var root = JsonTextReader.Read("b.json", document, TestContext.Current.CancellationToken);
        var path = JsonPath.Parse(query, out var error);
        Assert.True(path is not null, error);
        return path.Select(root).ConvertAll(static match => match.Node);
    }
}
