using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.OpenApi;
using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Official;

/// <summary>
/// Random JSON of every schema that has a generated type is read and written back: nothing that was there may be lost, nothing
/// may be invented. The client is the one that OpenRouter.Generated ships.
/// </summary>
public sealed class EveryTypeTests(ITestOutputHelper output)
{
    private const int DocumentsOfAType = 40;

    private const string Chunk = "StreamingChatResponse";
    private const string Envelope = "StreamingChatEnvelope";

    /// <summary>A file travels in a form and nowhere else: these two have no JSON.</summary>
    private static readonly string[] Forms = ["TranscriptionFileRequest", "UploadFileRequest"];

    private static readonly WholeApi Api = WholeApi.Shipped;

    /// <summary>Strangeness is the percentage of unknown members, values and cases, and of missing required members.</summary>
    [Theory]
    [InlineData(0, 20261123UL)]
    [InlineData(15, 20261124UL)]
    public void RandomJson_OfEveryClassAndUnion_ComesBack(int strangeness, ulong seed)
    {
        var watch = Stopwatch.StartNew();
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        var types = Api.Declared.Where(static item => item.Type.Kind is TypeKind.Object or TypeKind.Union && !Forms.Contains(item.Type.Name)).ToList();
        var documents = 0;
        foreach (var ((schema, type), index) in types.Select(static (item, index) => (item, index)))
        {
            var config = Config.QuickThrowOnFailure.WithMaxTest(DocumentsOfAType).WithQuietOnSuccess(true).WithReplay(seed, (ulong)((2 * index) + 1));
            Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), own =>
            {
                var json = new JsonSampler(Api.Reducer, own) { Strangeness = strangeness, KeepsNulls = IsUpdate }.Sample(schema);
                if (json is not null && ++documents > 0 && Problem(type, json) is { } problem && !IsKnown(type, problem))
                {
                    problems.TryAdd(type.Name, $"{Place(schema)} as {type.Name}, seed {own.ToString(CultureInfo.InvariantCulture)}: {problem}\n    {json.ToJsonString()}");
                }
            }).Check(config);
        }

        output.WriteLine($"{types.Count} classes and unions, {documents} documents, seed {seed}, {watch.Elapsed.TotalSeconds:F1} s");
        Assert.True(problems.Count == 0, string.Join('\n', problems.Values.Take(20)));
        Assert.Equal(
            Api.Model.Objects.Select(static item => item.Name).Concat(Api.Model.Unions.Select(static item => item.Name)).Order(StringComparer.Ordinal),
            types.Select(static item => item.Type.Name).Concat(Forms).Order(StringComparer.Ordinal));
        Assert.True(documents > types.Count * DocumentsOfAType / 2, "Most of the documents must not be null.");
    }

    [Fact]
    public void EveryEnum_KeepsItsValuesAndAnyOther()
    {
        var enums = Api.Model.Enums;

        Assert.True(enums.Count > 150, $"{enums.Count} enums");
        foreach (var item in enums)
        {
            var type = Api.ClrTypes[item.Name];
            var make = type.GetMethod("FromValue")!;
            var isNumber = make.GetParameters()[0].ParameterType == typeof(long);
            foreach (var text in item.Values.Select(static value => value.Value).Concat(isNumber ? ["77", "-1"] : ["value of tomorrow", ""]))
            {
                object wire = isNumber ? long.Parse(text, CultureInfo.InvariantCulture) : text;
                var value = make.Invoke(null, [wire])!;
                Assert.Equal(wire, LiveClient.Get(value, "Value"));
                Assert.Equal(value, make.Invoke(null, [wire]));
                Assert.Equal(text, value.ToString());
            }
        }
    }

    private static string? Problem(TypeRef type, JsonNode json)
    {
        try
        {
            return JsonDifference.Of(Expected(type, json), JsonNode.Parse(LiveClient.Write(Api.Parse(type.Name, json.ToJsonString()))));
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or InvalidOperationException or FormatException)
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }
    }

    /// <summary>What must come back: the JSON itself, but for the empty choices of a chunk, which are read as none on purpose.</summary>
    private static JsonNode Expected(TypeRef type, JsonNode json)
    {
        var expected = json.DeepClone();
        var chunk = type.Name == Envelope ? expected["data"] : expected;
        if (type.Name is Chunk or Envelope && chunk?["choices"] is JsonArray { Count: 0 })
        {
            chunk.AsObject().Remove("choices");
        }

        return expected;
    }

    /// <summary>
    /// Among what can be sent to /responses the reasoning item stands twice under one tag; the second differs in that its summary
    /// may be null. Both are one class, without that null.
    /// </summary>
    private static bool IsKnown(TypeRef type, string problem) =>
        type.Name.StartsWith("ResponsesInput", StringComparison.Ordinal) && problem.EndsWith("/summary was lost", StringComparison.Ordinal);

    private static bool IsUpdate(Schema schema) =>
        Api.Document.Operations.Any(operation => operation.Method == "patch" && ReferenceEquals(Api.Reducer.Reduce(operation.RequestBodies[0].Schema!).Schema, schema));

    private static string Place(Schema schema) => schema.ComponentName ?? "line " + schema.Span.Line.ToString(CultureInfo.InvariantCulture);
}
