using System.Text.Json.Nodes;

namespace OpenRouter.Generator.Tests.Fuzz;

/// <summary>Damages a document the way people and tools do: one random change to one random node.</summary>
internal static class JsonMutation
{
    private static readonly string[] Names =
        ["", "class", "9", "event", "_", "a b", "Ünïcödé", "\ud83d\ude00", "名前", "$ref", "null", "Equals", "ToString", "a\"b\\c\n", "\u202e", "type", "string", new string('x', 700)];

    private static readonly string[] References =
        ["#", "#/", "#/components/schemas/", "#/components/schemas/Nobody", "#/paths", "other.json#/a", "#/components/schemas/Alpha", "#/components/schemas/Omega", "#/info", "%", "#/components/schemas/~0~1~"];

    public static void Apply(JsonNode root, Random random)
    {
        var all = new List<JsonNode>();
        Collect(root, all);
        var victim = all[random.Next(all.Count)];
        switch (random.Next(8))
        {
            case 0:
                Remove(victim, random);
                break;
            case 1:
                Put(victim, Odd(random));
                break;
            case 2:
                Put(victim, all[random.Next(all.Count)].DeepClone());
                break;
            case 3 when victim is JsonObject members:
                members["$ref"] = References[random.Next(References.Length)];
                break;
            case 4 when victim is JsonObject { Count: > 0 } members:
                Rename(members, random);
                break;
            case 5 when victim is JsonArray items:
                items.Add(items.Count > 0 ? items[random.Next(items.Count)]?.DeepClone() : null);
                break;
            case 6:
                Put(victim, Deep(random.Next(3) == 0 ? 300 : 8));
                break;
            default:
                Swap(victim, all[random.Next(all.Count)]);
                break;
        }
    }

    private static void Collect(JsonNode node, List<JsonNode> into)
    {
        into.Add(node);
        IEnumerable<JsonNode?> inner = node switch { JsonObject members => members.Select(static member => member.Value), JsonArray items => items, _ => [] };
        foreach (var child in inner)
        {
            if (child is not null)
            {
                Collect(child, into);
            }
        }
    }

    private static JsonNode? Odd(Random random) => random.Next(9) switch
    {
        0 => null,
        1 => JsonValue.Create(true),
        2 => JsonValue.Create(-1.5e300),
        3 => JsonValue.Create(Names[random.Next(Names.Length)]),
        4 => new JsonArray(),
        5 => new JsonObject(),
        6 => new JsonArray(null, 1, "a", new JsonObject()),
        7 => JsonNode.Parse("123456789012345678901234567890"),
        _ => new JsonArray([.. Enumerable.Range(0, 400).Select(static number => (JsonNode)JsonValue.Create(number))]),
    };

    private static JsonObject Deep(int levels)
    {
        var innermost = new JsonObject { ["type"] = "string" };
        for (var i = 0; i < levels; i++)
        {
            innermost = (i % 3) switch
            {
                0 => new JsonObject { ["type"] = "array", ["items"] = innermost },
                1 => new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["x"] = innermost } },
                _ => new JsonObject { ["oneOf"] = new JsonArray(innermost, new JsonObject { ["type"] = "integer" }) },
            };
        }

        return innermost;
    }

    private static void Put(JsonNode victim, JsonNode? replacement)
    {
        switch (victim.Parent)
        {
            case JsonObject parent:
                parent[victim.GetPropertyName()] = replacement;
                break;
            case JsonArray parent:
                parent[victim.GetElementIndex()] = replacement;
                break;
        }
    }

    private static void Remove(JsonNode victim, Random random)
    {
        switch (victim.Parent)
        {
            case JsonObject parent:
                parent.Remove(victim.GetPropertyName());
                break;
            case JsonArray parent:
                parent.RemoveAt(random.Next(parent.Count));
                break;
        }
    }

    private static void Rename(JsonObject members, Random random)
    {
        var (name, value) = members.ElementAt(random.Next(members.Count));
        members.Remove(name);
        members[Names[random.Next(Names.Length)]] = value?.DeepClone();
    }

    private static void Swap(JsonNode first, JsonNode second)
    {
        var (left, right) = (first.DeepClone(), second.DeepClone());
        Put(first, right);

        // The second may have been inside the first and be gone with it: then this changes nothing that is left.
        Put(second, left);
    }
}
