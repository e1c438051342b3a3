using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Generated.Tests.Json;

/// <summary>Whatever a service sends for a member, or does not send, reading gives a value or says in one way that it cannot.</summary>
public sealed class EveryPropertyTests(ITestOutputHelper output)
{
    private static readonly string[] Kinds =
    [
        "\"text\"", "\"\"", "\"\\ud83d\"", "7", "-0", "1.5", "1e3", "1e400", "99999999999999999999999999", "true", "false", "{}", "[]", "[null]", "[[]]", "[7,\"x\",{}]", "{\"type\":\"zz-later\"}", "{\"role\":7}", "{\"a\":{\"b\":[[[]]]}}",
    ];

    public static IEnumerable<TheoryDataRow<string>> Properties => Rows(static _ => true);

    public static IEnumerable<TheoryDataRow<string>> Enums => Rows(static property => property.Enum is not null);

    [Theory]
    [MemberData(nameof(Properties))]
    public void Member_MissingOrNull_IsReadAndNamedWhenAskedFor(string name)
    {
        var property = ReadProperty.All[name];
        foreach (var model in new[] { property.Parse("{}"), property.ParseWith("null") })
        {
            var (value, thrown) = property.Get(model);

            Assert.True(thrown is null or InvalidOperationException, thrown?.ToString());
            Assert.Contains(thrown is null ? "" : $"'{property.Wire}'", thrown?.Message ?? "", StringComparison.Ordinal);
            Assert.True(value is null or string or JsonElement { ValueKind: JsonValueKind.Null } || IsUnset(value), $"{value} was made up");
            Write(model);
        }
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void Member_OfAnyKind_IsReadOrRefused(string name)
    {
        var property = ReadProperty.All[name];
        var read = 0;
        foreach (var kind in Kinds)
        {
            try
            {
                var model = property.ParseWith(kind);
                Assert.True(property.Get(model).Thrown is null or InvalidOperationException);
                Write(model);
                read++;
            }
            catch (JsonException)
            {
                // Refused: the one way to say so.
            }
        }

        Assert.True(read > 0, "no kind of value was read");
    }

    [Theory]
    [MemberData(nameof(Enums))]
    public void Enum_WithAnUnknownValue_KeepsIt(string name)
    {
        var property = ReadProperty.All[name];
        var model = property.ParseWith(property.IsList ? "[\"zz-later\"]" : "\"zz-later\"");
        var value = property.Get(model).Value!;
        var item = property.IsList ? ((System.Collections.IEnumerable)value).Cast<object>().Single() : value;

        Assert.Equal("zz-later", item.GetType().GetProperty("Value")!.GetValue(item));
        if (model is IJsonWritable writable)
        {
            Assert.Contains("zz-later", JsonModel.ToElement(writable).GetProperty(property.Wire).GetRawText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Properties_OfResponses_AreNearlyAllFound()
    {
        var all = ResponseTypes.All.SelectMany(ReadProperty.Declared).Select(static property => $"{property.DeclaringType!.Name}.{property.Name}").ToList();
        var lost = all.Except(ReadProperty.All.Keys).ToList();

        output.WriteLine($"{ResponseTypes.All.Count} types, {all.Count} properties, {ReadProperty.All.Count} found, {ReadProperty.All.Values.Count(static property => property.Enum is not null)} enums; lost: {string.Join(' ', lost)}");
        Assert.True(ReadProperty.All.Count >= 2000, $"only {ReadProperty.All.Count} properties were found");
        Assert.InRange(lost.Count, 0, all.Count / 50);
    }

    private static IEnumerable<TheoryDataRow<string>> Rows(Func<ReadProperty, bool> isMeant)
        => ReadProperty.All.Values.Where(isMeant).Select(static property => new TheoryDataRow<string>(property.Name));

    private static bool IsUnset(object value) => value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Optional<>);

    private static void Write(object model)
    {
        if (model is IJsonWritable writable)
        {
            Assert.NotEmpty(JsonModel.ToUtf8(writable));
        }
    }
}
