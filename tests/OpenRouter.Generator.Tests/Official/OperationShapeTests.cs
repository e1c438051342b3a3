using OpenRouter.Generator.Api.Operations;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Tests.Official;

/// <summary>Parameters, bodies and answers of the document's rarer operations.</summary>
public sealed class OperationShapeTests
{
    [Theory]
    [MemberData(nameof(WholeApi.Names), MemberType = typeof(WholeApi))]
    public void Transcription_IsSentAsJsonOrAsForm(string document)
    {
        var methods = Methods(document).Where(static method => method.Path == "/audio/transcriptions").ToList();

        Assert.Equal([BodyKind.Json, BodyKind.Multipart], methods.Select(static method => method.Body!.Kind));
        var form = WholeApi.Of(document).Model.Objects.Single(item => item.Name == methods[1].Body!.Type.Name);
        Assert.Equal("timestamp_granularities[]", form.Find("timestamp_granularities[]")!.WireName);
        Assert.Equal("TimestampGranularities", form.Find("timestamp_granularities[]")!.Name);
        Assert.Equal(TypeKind.File, form.Find("file")!.Type.Kind);
    }

    [Theory]
    [MemberData(nameof(WholeApi.Names), MemberType = typeof(WholeApi))]
    public void BinaryAnswers_AreBytes(string document)
    {
        Assert.Equal(
            ["/audio/speech", "/files/{file_id}/content", "/videos/{jobId}/content"],
            Methods(document).Where(static method => method.Result.Kind == ResultKind.Bytes).Select(static method => method.Path).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(WholeApi.Names), MemberType = typeof(WholeApi))]
    public void Parameters_StandWhereTheyAreSent(string document)
    {
        var methods = Methods(document);

        Assert.Equal(31, Parameters(methods.Single(static method => method is { Path: "/models", HttpMethod: "GET" })).Count());
        Assert.Equal(["X-OpenRouter-Metadata"], methods.SelectMany(Parameters).Where(static parameter => parameter.Location == "header").Select(static parameter => parameter.WireName).Distinct());
        Assert.Equal(
            [TypeKind.Enum, TypeKind.Guid, TypeKind.String],
            methods.SelectMany(Parameters).Where(static parameter => parameter.Location == "path").Select(static parameter => parameter.Type.Kind).Distinct().OrderBy(static kind => kind.ToString(), StringComparer.Ordinal));
        Assert.All(methods.SelectMany(Parameters).Where(static parameter => parameter.Location == "path"), static parameter => Assert.True(parameter.IsRequired));
        // The three required query parameters are arguments of their methods, not options.
        Assert.Equal(3, methods.Sum(static method => method.Arguments.Count(static argument => argument.Location == "query")));
    }

    /// <summary>"true", "false" or a boolean: three ways to say what C# has one type for.</summary>
    [Theory]
    [MemberData(nameof(WholeApi.Names), MemberType = typeof(WholeApi))]
    public void StringBoolean_IsABoolean(string document)
    {
        Assert.Equal(TypeKind.Boolean, Methods(document).SelectMany(Parameters).Single(static parameter => parameter.WireName == "keep_members").Type.Kind);
    }

    private static List<OperationModel> Methods(string document) => [.. WholeApi.Of(document).Model.Groups.SelectMany(static group => group.Operations)];

    private static IEnumerable<ParameterModel> Parameters(OperationModel method) => method.Arguments.Concat(method.Options?.Parameters ?? OpenRouter.Generator.Api.EquatableList<ParameterModel>.Empty);
}
