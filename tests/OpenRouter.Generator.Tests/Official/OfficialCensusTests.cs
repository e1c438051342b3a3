using System.Text.RegularExpressions;
using OpenRouter.Generator.Api.Operations;
using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.OpenApi;
using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Official;

/// <summary>
/// How many of which construct the document has, and what the stages make of them. Both documents must agree in every count:
/// ours describes the same API in words of its own. A number that changes here is a schema that changed, or a reader that did.
/// </summary>
public sealed partial class OfficialCensusTests
{
    [Fact]
    public void OfficialDocument_GivesTheCodeOfOurs_CommentsApart()
    {
        var official = GeneratorRun.Of(File.ReadAllText(SharedFacts.OfficialDocument("json"))).Sources;
        var ours = GeneratorRun.Of(OurSchema.Document).Sources;

        // So all that the other tests of this folder prove of our document holds for the official one too.
        Assert.Equal(official.Keys.Order(StringComparer.Ordinal), ours.Keys.Order(StringComparer.Ordinal));
        // The official document marks one text parameter as a boolean; in ours the overlay says that.
        Assert.All(
            official.Where(static source => source.Key is not ("OpenRouterAPI.Api.ListBuilder.g.cs" or "OpenRouterAPI.Api.ListParameters.g.cs")),
            source => Assert.Equal(WithoutComments(source.Value), WithoutComments(ours[source.Key])));
    }

    /// <summary>
    /// 164 unions. By hand one counts 36 inferable tags (three of them beside strings) and ten unions that need more. Of these ten
    /// the ladder settles four by a tag with a default case, three in two steps, and one each by the first item of an array, by
    /// the members that are there, and by a tag alone (an inline copy of a component is no case of its own). The 36 lose a chat
    /// tool choice of the same kind to the default case and a pair of file filters to the members; 45 instead of 44 kinds is the
    /// setting that mixes an object with two strings.
    /// </summary>
    [Theory]
    [MemberData(nameof(WholeApi.Names), MemberType = typeof(WholeApi))]
    public void Unions_AreSettled_OnTheseRungs(string document)
    {
        var api = WholeApi.Of(document);
        var unions = SchemaWalk.All(api.Document).Where(static schema => schema.OneOf.Count > 0).ToList();

        var rungs = unions.GroupBy(union => UnionRung.Of(union, api)).ToDictionary(static group => group.Key, static group => group.Count());

        Assert.Equal(164, unions.Count);
        Assert.Equal(
            new Dictionary<string, int>
            {
                [UnionRung.Discriminator] = 44,
                [UnionRung.Tag] = 35,
                [UnionRung.TagWithDefault] = 5,
                [UnionRung.SecondStep] = 3,
                [UnionRung.Shape] = 2,
                [UnionRung.Kinds] = 45,
                [UnionRung.FirstItem] = 1,
                [UnionRung.Nullable] = 10,
                [UnionRung.Merged] = 13,
                [UnionRung.Open] = 6,
            }.OrderBy(static rung => rung.Key, StringComparer.Ordinal),
            rungs.OrderBy(static rung => rung.Key, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(WholeApi.Names), MemberType = typeof(WholeApi))]
    public void AllOf_AlwaysHasTwoBranches_AndTheSecondDecides(string document)
    {
        var api = WholeApi.Of(document);
        var all = SchemaWalk.All(api.Document).Where(static schema => schema.AllOf.Count > 0).ToList();

        var kinds = all.GroupBy(SecondBranch).ToDictionary(static group => group.Key, static group => group.Count());

        Assert.Equal(105, all.Count);
        Assert.All(all, static schema => Assert.Equal(2, schema.AllOf.Count));
        Assert.Equal(61, kinds["says nothing new"]);
        Assert.Equal(39, kinds["has members"]);
        Assert.Equal(2, kinds["requires more"]);
        Assert.Equal(3, kinds["opens the object"]);
        // What says nothing new is no type of its own: it is the type that the first branch refers to.
        Assert.All(all.Where(static schema => SecondBranch(schema) == "says nothing new"), schema => Assert.Same(api.Reducer.Reduce(schema.AllOf[0]).Schema, api.Reducer.Reduce(schema).Schema));
    }

    [Theory]
    [MemberData(nameof(WholeApi.Names), MemberType = typeof(WholeApi))]
    public void Nullability_TravelsThroughReferences(string document)
    {
        var api = WholeApi.Of(document);

        Assert.Equal(56, api.Document.Schemas.Count(schema => api.Reducer.Reduce(schema).IsNullable));
        Assert.Equal(125, SchemaWalk.All(api.Document).Count(schema => schema.Target is { } target && api.Reducer.Reduce(target).IsNullable));
    }

    [Theory]
    [MemberData(nameof(WholeApi.Names), MemberType = typeof(WholeApi))]
    public void Members_FallIntoThisPresenceMatrix(string document)
    {
        var api = WholeApi.Of(document);
        var members = SchemaWalk.All(api.Document).SelectMany(static owner => owner.Properties.Select(property => (Owner: owner, Property: property)));

        var matrix = members.GroupBy(member => Presence(member.Owner, member.Property, api)).ToDictionary(static group => group.Key, static group => group.Count());

        Assert.Equal(2004, matrix["required"]);
        Assert.Equal(964, matrix["optional"]);
        Assert.Equal(485, matrix["optional nullable"]);
        Assert.Equal(286, matrix["required nullable"]);
        Assert.Equal(10, matrix["optional any"]);
        Assert.Equal(2, matrix["required any"]);
    }

    [Theory]
    [MemberData(nameof(WholeApi.Names), MemberType = typeof(WholeApi))]
    public void EnumsMapsAndMarks_AreAllRead(string document)
    {
        var all = SchemaWalk.All(WholeApi.Of(document).Document);

        Assert.Equal(475 + 10, all.Count(static schema => schema.EnumValues.Count == 1));
        Assert.Equal(198, all.Count(static schema => schema.EnumValues.Count > 1));
        Assert.Equal(245, all.Count(static schema => schema.AdditionalProperties is not null));
        Assert.Equal(21, all.Count(static schema => schema.AdditionalProperties is not null && schema.Properties.Count > 0));
        Assert.Equal(["DefaultParameters", "ProviderPreferences"], all.Where(static schema => schema.IsClosed).Select(static schema => schema.ComponentName));
        Assert.Equal(12, all.Count(static schema => schema.IsDeprecated));
    }

    [Theory]
    [MemberData(nameof(WholeApi.Names), MemberType = typeof(WholeApi))]
    public void Operations_GiveTheseMethods(string document)
    {
        var api = WholeApi.Of(document);
        var operations = api.Document.Operations;
        var methods = api.Model.Groups.SelectMany(static group => group.Operations).ToList();

        Assert.Equal(97, operations.Count);
        Assert.Equal(28, api.Model.Groups.Count);
        Assert.Equal(180, operations.Sum(static operation => operation.Parameters.Count));
        Assert.Equal(35, operations.SelectMany(static operation => operation.Parameters).Count(parameter => api.Reducer.Reduce(parameter.Schema).IsNullable));
        Assert.Equal(9, operations.Count(static operation => operation.Node["security"] is not null));
        Assert.Equal(["createCoinbaseCharge"], operations.Where(static operation => operation.IsAnonymous).Select(static operation => operation.Id));
        Assert.Equal(["createCoinbaseCharge"], operations.Where(static operation => operation.IsDeprecated).Select(static operation => operation.Id));

        // One method more for each operation that can also stream, and one for the form of the transcription.
        Assert.Equal(97 + 4 + 1, methods.Count);
        Assert.Equal(2, methods.Count(static method => method.Body?.Kind == BodyKind.Multipart));
        Assert.Equal(3, methods.Count(static method => method.Result.Kind == ResultKind.Bytes));
    }

    /// <summary>Six answers are declared as event streams; those of embeddings and rerank are plain strings and stream nothing.</summary>
    [Theory]
    [MemberData(nameof(WholeApi.Names), MemberType = typeof(WholeApi))]
    public void Streams_AreTypedWhereEventsAreDescribed(string document)
    {
        var api = WholeApi.Of(document);
        var declared = api.Document.Operations.Where(static operation => operation.Responses.Any(static response => response.Content.Any(static content => content.IsEventStream)));
        var methods = api.Model.Groups.SelectMany(static group => group.Operations).ToList();

        Assert.Equal(["/chat/completions", "/embeddings", "/images", "/messages", "/rerank", "/responses"], declared.Select(static operation => operation.Path).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["/chat/completions ChatStream of ChatStreamChunk", "/images EventStream of CreateImagesEvent", "/messages EventStream of MessagesStreamEvents", "/responses EventStream of StreamEvents"],
            methods.Where(static method => method.Result.Kind is ResultKind.ChatStream or ResultKind.EventStream).Select(static method => $"{method.Path} {method.Result.Kind} of {method.Result.Type!.Name}").Order(StringComparer.Ordinal));
        Assert.All(methods.Where(static method => method.Path is "/embeddings" or "/rerank"), static method => Assert.Equal(ResultKind.Json, method.Result.Kind));
        Assert.All(methods.Where(static method => method.Result.Kind is ResultKind.ChatStream or ResultKind.EventStream), static method => Assert.Equal("stream", method.Body!.StreamFlag));
    }

    [Theory]
    [MemberData(nameof(WholeApi.Names), MemberType = typeof(WholeApi))]
    public void UpdateRequests_HaveThreeStatesForWhatMayBeNull(string document)
    {
        var members = WholeApi.Of(document).Model.Objects
            .SelectMany(static item => item.Properties.Where(static property => property.Presence == PropertyPresence.ThreeStates).Select(property => item.Name))
            .GroupBy(static name => name, StringComparer.Ordinal)
            .Select(static group => $"{group.Key} {group.Count()}");

        Assert.Equal(["UpdateBYOKKeyRequest 4", "UpdateGuardrailRequest 18", "UpdateKeysRequest 2", "UpdateObservabilityDestinationRequest 2", "UpdateWorkspaceRequest 5"], members);
    }

    private static string SecondBranch(Schema schema) => schema.AllOf[1] switch
    {
        { Properties.Count: > 0 } => "has members",
        { AdditionalProperties: not null } => "opens the object",
        { Required.Count: > 0 } => "requires more",
        _ => "says nothing new",
    };

    private static string Presence(Schema owner, SchemaProperty property, WholeApi api)
    {
        var (schema, isNullable) = api.Reducer.Reduce(property.Schema);
        var presence = owner.Required.Contains(property.Name) ? "required" : "optional";
        var isAny = schema is { Types.Count: 0, OneOf.Count: 0, EnumValues.Count: 0, Properties.Count: 0, Items: null };
        return isAny ? presence + " any" : isNullable ? presence + " nullable" : presence;
    }

    private static string WithoutComments(string source) => Comment().Replace(source, "");

    [GeneratedRegex("^ *///.*\n", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
