using System.Globalization;
using System.Text.Json.Nodes;
using OpenRouter.Generator.Api.Schemas;
using OpenRouter.Generator.OpenApi;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.Tests.Official;

/// <summary>
/// Makes random JSON that a schema allows, and what a tolerant client must live with besides: unknown members, unknown
/// enum values, unknown cases, extreme numbers, odd text. The same seed gives the same JSON.
/// </summary>
internal sealed class JsonSampler
{
    private const int MostLevels = 9;

    private static readonly string[] Texts =
        ["", "a", "Grüße, 世界", "\ud83d\ude00 \u0000\u001f\"\\/\u2028", "true", "null", "12", " padded ", "line\nbreak\ttab", "\u202eabc", "{\"a\":1}", "aGk="];

    private static readonly string[] Whole = ["0", "1", "-1", "7", "2147483647", "-2147483648", "4294967296", "9007199254740993", "9223372036854775807", "-9223372036854775808"];

    private static readonly string[] Fractions = ["0", "0.5", "-0.000001", "1e-7", "3.25", "1e20", "123456789.125", "-1.5e3"];

    private readonly SchemaReducer _reducer;
    private readonly Random _random;

    /// <param name="reducer">Looks through references and allOf.</param>
    /// <param name="seed">What the choices are made of.</param>
    public JsonSampler(SchemaReducer reducer, int seed)
    {
        _reducer = reducer;
        _random = new Random(seed);
    }

    /// <summary>The chance, in percent, of anything that the schema does not allow but a client must keep.</summary>
    public int Strangeness { get; init; }

    /// <summary>Objects in which a null of an optional member means something: bodies of update requests.</summary>
    public Func<Schema, bool> KeepsNulls { get; init; } = static _ => false;

    public JsonNode? Sample(Schema schema) => Sample(schema, 0);

    private JsonNode? Sample(Schema schema, int level)
    {
        var (shape, isNullable) = _reducer.Reduce(schema);
        if (isNullable && Chance(level >= MostLevels ? 60 : 12))
        {
            return null;
        }

        if (shape.OneOf.Count > 0 && shape.Properties.Count == 0)
        {
            return Case(shape, level);
        }

        if (shape.EnumValues.Count > 0)
        {
            return Enum(shape);
        }

        var type = shape.Types.Count > 0 ? Pick(shape.Types) : shape.Properties.Count > 0 || shape.AdditionalProperties is not null ? "object" : shape.Items is not null ? "array" : null;
        return type switch
        {
            "string" => Text(shape),
            "integer" => Number(shape, Whole, shape.Format == "int32" ? 6 : Whole.Length),
            "number" => Number(shape, Fractions, shape.Format == "decimal" ? Fractions.Length - 2 : Fractions.Length),
            "boolean" => JsonValue.Create(Chance(50)),
            "array" => List(shape, level),
            "object" => Object(shape, level),
            _ => Anything(level),
        };
    }

    private JsonNode? Case(Schema union, int level)
    {
        if (Chance(Strangeness) && union.OneOf.TrueForAll(branch => _reducer.Reduce(branch).Schema is { Properties.Count: > 0, IsClosed: false }))
        {
            return new JsonObject { ["type"] = "of tomorrow", ["content"] = Anything(level) };
        }

        var cases = union.OneOf.FindAll(static branch => !SchemaReducer.IsNullOnly(branch));
        return Sample(Pick(cases), level);
    }

    private JsonNode Enum(Schema schema)
    {
        var values = schema.EnumValues;
        return values.Count > 1 && values[0].Kind == NodeKind.String && Chance(Strangeness)
            ? JsonValue.Create("value of tomorrow")
            : values[0].Kind switch
            {
                NodeKind.String => JsonValue.Create(Pick(values).Text),
                NodeKind.Boolean => JsonValue.Create(values[0].IsTrue),
                _ => JsonNode.Parse(Pick(values).Text)!,
            };
    }

    private JsonValue Text(Schema schema) => JsonValue.Create(schema.Format switch
    {
        "date-time" => DateTimeOffset.UnixEpoch.AddSeconds(_random.Next()).ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture),
        "uuid" => new Guid(_random.Next(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).ToString(),
        "uri" => "https://example.com/a%20b?c=" + _random.Next(9).ToString(CultureInfo.InvariantCulture),
        "byte" => "AAEC",
        _ => Pick(Texts),
    });

    private JsonNode Number(Schema schema, string[] numbers, int count) =>
        schema.EnumValues.Count > 0 ? JsonNode.Parse(Pick(schema.EnumValues).Text)! : JsonNode.Parse(numbers[_random.Next(count)])!;

    private JsonArray List(Schema schema, int level)
    {
        var list = new JsonArray();
        var count = level >= MostLevels ? 0 : _random.Next(level < 3 ? 4 : 2);
        for (var i = 0; i < count; i++)
        {
            // Items that are null where the schema allows none are left out by the reader: not the business of these tests.
            list.Add(schema.Items is null ? Anything(level) : Sample(schema.Items, level + 1));
        }

        return list;
    }

    private JsonObject Object(Schema schema, int level)
    {
        var result = new JsonObject();
        foreach (var property in schema.Properties)
        {
            // A constant is always written, so it is never left out here.
            var isConstant = _reducer.Reduce(property.Schema).Schema.EnumValues.Count == 1;
            if (schema.Required.Contains(property.Name))
            {
                if (isConstant || !Chance(Strangeness / 4))
                {
                    result[property.Name] = Sample(property.Schema, level + 1);
                }
            }
            else if (level < MostLevels && Chance(level < 2 ? 60 : 25) && Sample(property.Schema, level + 1) is var value && (value is not null || KeepsNulls(schema)))
            {
                result[property.Name] = value;
            }
        }

        var isMap = schema.Properties.Count == 0;
        if (level < MostLevels && !schema.IsClosed && (isMap || schema.AdditionalProperties is not null || Chance(Strangeness)))
        {
            for (var i = _random.Next(3); i > 0; i--)
            {
                var key = $"{Pick(Texts)}-{i.ToString(CultureInfo.InvariantCulture)}";
                result[key] = isMap && schema.AdditionalProperties is { } values ? Sample(values, level + 1) : Anything(level);
            }
        }

        return result;
    }

    private JsonNode? Anything(int level) => _random.Next(level >= MostLevels ? 4 : 6) switch
    {
        0 => null,
        1 => JsonValue.Create(Pick(Texts)),
        2 => JsonNode.Parse("1.50e+2"),
        3 => JsonValue.Create(true),
        4 => new JsonArray(Anything(level + 3), Anything(level + 3)),
        _ => new JsonObject { ["deep"] = new JsonObject { ["deeper"] = Anything(level + 3) }, ["null"] = null },
    };

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    private bool Chance(int percent) => _random.Next(100) < percent;
}
