using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api.Schemas;
using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.OpenApi;
using OpenRouter.Generator.Problems;

namespace OpenRouter.Generator.Api.Operations;

/// <summary>Decides what a method answers: JSON before text before bytes, whatever the order; the rest is noted.</summary>
internal sealed class ResultBuilder
{
    private readonly TypeResolver _types;
    private readonly ProblemList _problems;

    public ResultBuilder(TypeResolver types, ProblemList problems)
    {
        _types = types;
        _problems = problems;
    }

    /// <summary>Whether an answer comes whole, beside one that streams.</summary>
    public static bool HasPlainAnswer(Operation operation) => Plain(operation).Any();

    /// <summary>The answer of the method that does not stream.</summary>
    public ResultModel PlainOf(Operation operation, string name)
    {
        if (operation.Method == "head")
        {
            return ResultModel.None;
        }

        var contents = Plain(operation).OrderBy(static content => Rank(content)).ToList();
        if (contents.Count == 0)
        {
            // A stream whose events are no models is handed over as it comes.
            var streams = operation.Responses.Any(static response => response.IsSuccess && response.Content.Any(IsStream));
            return streams ? new ResultModel(ResultKind.Bytes, null) : ResultModel.None;
        }

        var chosen = contents[0];
        var result = ResultOf(chosen, name);
        foreach (var other in contents.Skip(1))
        {
            if (!other.IsJson || !chosen.IsJson || other.Schema is null || result.Type is null || _types.Resolve(other.Schema, name + "Response") != result.Type)
            {
                _problems.Add(ProblemRule.NotUsed, other.Span, $"{name} answers what stands at '{chosen.Name}'; this answer, '{other.Name}', is not read.");
            }
        }

        var canBeEmpty = operation.Responses.Any(static response => response is { IsSuccess: true, Content.Count: 0, Status: not "default" });
        return result with { CanBeEmpty = canBeEmpty && result.Kind == ResultKind.Json };
    }

    private static bool IsStream(MediaType content) => content.IsEventStream || content.IsJsonLines;

    private static IEnumerable<MediaType> Plain(Operation operation) =>
        operation.Responses.Where(static response => response.IsSuccess).SelectMany(static response => response.Content).Where(static content => !IsStream(content));

    private static int Rank(MediaType content) => content switch
    {
        { IsJson: true, Schema: not null } => 0,
        { IsJson: true } or { IsAnything: true, Schema.Format: not "binary" } => 1,
        { IsText: true } => 2,
        _ => 3,
    };

    private ResultModel ResultOf(MediaType content, string name)
    {
        var shape = content.Schema is null ? null : _types.Reducer.Reduce(content.Schema).Schema;
        if (content.IsJson || (content.IsAnything && shape is { Format: not "binary" }))
        {
            return new ResultModel(ResultKind.Json, content.Schema is null ? TypeRef.Any : _types.Resolve(content.Schema, name + "Response"));
        }

        if (shape is not null && (shape.Properties.Count > 0 || shape.OneOf.Count > 0 || shape.Items is not null))
        {
            _problems.Add(ProblemRule.UnsupportedMediaType, content.Span, $"An answer of the type '{content.Name}' is not read into the shape that is described; it is handed over as it comes.");
        }

        var isText = shape?.Format != "binary" && (content.IsText || shape is { Types.Count: 1 } && shape.Types[0] == "string");
        return new ResultModel(isText ? ResultKind.Text : ResultKind.Bytes, null);
    }
}
