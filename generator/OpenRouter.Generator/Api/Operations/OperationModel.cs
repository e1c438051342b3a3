using OpenRouter.Generator.Api.Documentation;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Api.Operations;

/// <summary>One method of an API group. An operation that can also stream gives two of them.</summary>
internal sealed record OperationModel(
    string Id,
    string HttpMethod,
    string Path,
    string Name,
    EquatableList<ParameterModel> Arguments,
    OptionsModel? Options,
    BodyModel? Body,
    ResultModel Result,
    bool IsAnonymous,
    string? ServerUrl,
    bool IsDeprecated,
    string BuilderName,
    DocModel Doc,
    PagingModel? Paging = null)
{
    /// <summary>Whether a 404 may pass.</summary>
    public bool IsLookup { get; init; }

    /// <summary>Whether it creates something, so that it is not to be repeated lightly.</summary>
    public bool Creates { get; init; }
}

/// <summary>The class that holds the optional parameters of an operation; in a paged one, with the property that says where a page begins.</summary>
internal sealed record OptionsModel(string Name, EquatableList<ParameterModel> Parameters, string? Position = null);

/// <summary>What an operation answers.</summary>
/// <param name="Kind">The form.</param>
/// <param name="Type">The type of the answer, or of one item of a stream.</param>
/// <param name="CanBeEmpty">Whether the service may answer nothing, as 204 does beside 200.</param>
internal sealed record ResultModel(ResultKind Kind, TypeRef? Type, bool CanBeEmpty = false)
{
    public static readonly ResultModel None = new(ResultKind.None, null);
}

/// <summary>The forms of an answer.</summary>
internal enum ResultKind
{
    None,
    Json,
    Text,
    Bytes,
    ChatStream,
    EventStream,
    JsonLines,
}
