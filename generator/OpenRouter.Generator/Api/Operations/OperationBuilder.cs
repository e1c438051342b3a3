using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api.Documentation;
using OpenRouter.Generator.Api.Naming;
using OpenRouter.Generator.Api.Schemas;
using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.OpenApi;
using OpenRouter.Generator.Problems;

namespace OpenRouter.Generator.Api.Operations;

/// <summary>Makes the methods of an operation: one for each way it is sent and answered.</summary>
internal sealed class OperationBuilder
{
    private readonly TypeResolver _types;
    private readonly TypeNames _names;
    private readonly ChatProfile _chat;
    private readonly ProblemList _problems;
    private readonly BodyBuilder _bodies;
    private readonly ResultBuilder _results;

    public OperationBuilder(TypeResolver types, TypeNames names, ChatProfile chat, ProblemList problems)
    {
        _types = types;
        _names = names;
        _chat = chat;
        _problems = problems;
        _bodies = new BodyBuilder(types, problems);
        _results = new ResultBuilder(types, problems);
    }

    public IEnumerable<OperationModel> Build(Operation operation, NameScope methodNames)
    {
        var name = methodNames.Take(OperationNames.NameOf(operation));
        var parameters = ParameterBuilder.Build(_types, operation, operation.Parameters.Where(Supports), name);
        var optional = parameters.Where(static parameter => !parameter.IsRequired).ToList();
        var options = optional.Count == 0 ? null : new OptionsModel(_names.Take(name + "Parameters"), new EquatableList<ParameterModel>(optional));
        var arguments = new EquatableList<ParameterModel>(parameters.Where(static parameter => parameter.IsRequired));
        var result = _results.PlainOf(operation, name);
        var item = StreamContent.EventOf(operation, _types.Reducer);
        var lines = item is null ? StreamContent.LinesOf(operation) : null;
        if (item is not null && _types.Resolve(item, name + "Event").Kind is not (TypeKind.Object or TypeKind.Union))
        {
            item = null;
        }

        var bodies = _bodies.Build(operation, name, item is not null || lines is not null);
        var plain = new OperationModel(
            operation.Id ?? name,
            operation.Method.ToUpperInvariant(),
            operation.Path,
            name,
            arguments,
            options,
            bodies.Count == 0 ? null : bodies[0].Body,
            result,
            operation.IsAnonymous,
            operation.ServerUrl,
            operation.IsDeprecated,
            _names.Take(name + "Builder"),
            new DocModel(operation.Summary ?? $"{operation.Method.ToUpperInvariant()} {operation.Path}.", $"{operation.Method.ToUpperInvariant()} {operation.Path}"))
        {
            IsLookup = operation.IsLookup,
            Creates = operation.Responses.Any(static response => response.Status is "201" or "202"),
        };
        if ((item is null && lines is null) || ResultBuilder.HasPlainAnswer(operation))
        {
            yield return plain;
        }

        foreach (var (suffix, body) in bodies.Skip(1))
        {
            var other = methodNames.Take(name + suffix);
            yield return plain with { Name = other, Body = body, BuilderName = _names.Take(other + "Builder") };
        }

        if (item is not null || lines is not null)
        {
            var streaming = methodNames.Take(OperationNames.StreamNameOf(operation, name));
            yield return plain with { Name = streaming, Result = item is null ? LinesOf(lines!, name) : StreamOf(item, name), BuilderName = _names.Take(streaming + "Builder") };
        }
    }

    private ResultModel LinesOf(MediaType lines, string name) =>
        new(ResultKind.JsonLines, lines.Schema is null ? TypeRef.Any : _types.Resolve(lines.Schema, name + "Line"));

    private ResultModel StreamOf(Schema item, string name)
    {
        var type = _types.Resolve(item, name + "Event");
        var chunk = _types.Reducer.Reduce(item).Schema;
        return new ResultModel(_chat.PartOf(chunk) == ChatPart.Chunk ? ResultKind.ChatStream : ResultKind.EventStream, type);
    }

    private bool Supports(Parameter parameter)
    {
        if (parameter.Location is not ("path" or "query" or "header" or "cookie"))
        {
            _problems.Add(ProblemRule.UnsupportedParameter, parameter.Node.Span, $"A parameter in '{parameter.Location}' is not supported; '{parameter.Name}' is left out.");
            return false;
        }

        // OpenAPI lets these three mean nothing here: the client sets them from the bodies and from the key.
        if (parameter.Location == "header" && parameter.Name.ToLowerInvariant() is "accept" or "content-type" or "authorization")
        {
            _problems.Add(ProblemRule.NotUsed, parameter.Node.Span, $"The client sets the header '{parameter.Name}' itself; the parameter is left out.");
            return false;
        }

        if (parameter.Style is { } style && !ParameterStyles.Fits(style, parameter.Location))
        {
            _problems.Add(ProblemRule.InvalidValue, parameter.Node["style"]!.Span, $"The style '{style}' does not exist for a parameter in '{parameter.Location}'; the usual one is taken.");
        }

        return true;
    }
}
