using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using OpenRouter.Generator.Api.Naming;
using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.OpenApi;
using OpenRouter.Generator.Problems;

namespace OpenRouter.Generator.Api.Operations;

/// <summary>Gives paged operations a method that enumerates all pages. It needs the classes, so it comes after them.</summary>
internal sealed class PagingBuilder
{
    private readonly IReadOnlyDictionary<string, ObjectModel> _objects;
    private readonly IReadOnlyDictionary<string, UnionModel> _unions;
    private readonly ProblemList _problems;

    public PagingBuilder(IReadOnlyDictionary<string, ObjectModel> objects, IReadOnlyDictionary<string, UnionModel> unions, ProblemList problems)
    {
        _objects = objects;
        _unions = unions;
        _problems = problems;
    }

    /// <summary>The operation with its paging, when it has pages and answers JSON; else the operation as it is.</summary>
    public OperationModel Page(OperationModel operation, Operation source, NameScope names)
    {
        var said = operation.Result.Kind == ResultKind.Json ? Pagination.Of(source.Node) : null;
        if (said is null)
        {
            if (operation.Result.Kind == ResultKind.Json && (source.Node["x-speakeasy-pagination"] ?? source.Node["x-csharp-pagination"]) is { IsObject: true } node)
            {
                Refuse(operation, node.Span, "it needs a parameter that is an offset, a page or a cursor, and the place of the items");
            }

            return operation;
        }

        var kind = said.Kind switch
        {
            "offset" => PagingKind.Offset,
            "page" => PagingKind.Page,
            _ => PagingKind.Cursor,
        };
        var all = operation.Arguments.Concat(operation.Options?.Parameters ?? EquatableList<ParameterModel>.Empty).ToList();
        var position = all.Find(parameter => parameter.WireName == said.Parameter && parameter.Location != "path");
        var pageCase = CaseOf(operation.Result, said.Case);
        var page = pageCase is null ? operation.Result : new ResultModel(ResultKind.Json, pageCase);
        var items = PathOf(page, said.Items);
        var next = said.Next is null ? null : PathOf(page, said.Next);
        var hasMore = said.HasMore is null ? null : PathOf(page, said.HasMore);
        if (position is null || !Fits(position.Type, kind))
        {
            return Refuse(operation, said.Span, $"'{said.Parameter}' is no parameter that can hold a position");
        }

        if (items is not { Type.Kind: TypeKind.List } || (kind == PagingKind.Cursor && next is not { Type.Kind: TypeKind.String }) || (said.HasMore is not null && hasMore is not { Type.Kind: TypeKind.Boolean }))
        {
            return Refuse(operation, said.Span, "the places that it names are not in the answer");
        }

        var whole = all.Where(parameter => said.WholeUnless.Contains(parameter.WireName) && !parameter.IsRequired).Select(static parameter => parameter.PropertyName);
        var paging = new PagingModel(
            kind, names.Take(operation.Name + "All"), items.Type.Item!, items.Type.IsItemNullable, position, FirstOf(source, said.Parameter, kind),
            items.Path, next?.Path, hasMore?.Path, pageCase, new EquatableList<string>(whole));
        var options = operation.Options is { } own && !position.IsRequired ? own with { Position = position.PropertyName } : operation.Options;
        return operation with { Paging = paging, Options = options };
    }

    private TypeRef? CaseOf(ResultModel result, string? tag) =>
        tag is not null && result is { CanBeEmpty: false, Type.Kind: TypeKind.Union } && _unions.TryGetValue(result.Type.Name, out var union)
            ? union.Cases.FirstOrDefault(candidate => candidate.Tag == tag || candidate.Type.Name == CSharpName.Pascal(tag))?.Type
            : null;

    private static bool Fits(TypeRef type, PagingKind kind) => kind == PagingKind.Cursor
        ? type.Kind == TypeKind.String
        : type.Kind is TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double;

    private static long FirstOf(Operation source, string parameter, PagingKind kind)
    {
        var said = source.Parameters.FirstOrDefault(known => known.Name == parameter)?.Schema.Default?.Text;
        return long.TryParse(said, NumberStyles.Integer, CultureInfo.InvariantCulture, out var first) ? first : kind == PagingKind.Page ? 1 : 0;
    }

    private OperationModel Refuse(OperationModel operation, Text.SourceSpan place, string reason)
    {
        _problems.Add(ProblemRule.NotUsed, place, $"The pages of {operation.Name} cannot be enumerated: {reason}.");
        return operation;
    }

    /// <summary>The C# path of a JSONPath that only names members, such as <c>$.result.items</c>.</summary>
    private PagePath? PathOf(ResultModel result, string path)
    {
        var type = result.Type!;
        var text = "";
        var names = path.TrimStart('$').Split(['.'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < names.Length; i++)
        {
            if (type.Kind != TypeKind.Object || !_objects.TryGetValue(type.Name, out var model) || model.Find(names[i]) is not { } property || property.Presence == PropertyPresence.ThreeStates)
            {
                return null;
            }

            text += (i == 0 && !result.CanBeEmpty ? "." : "?.") + property.Name;
            type = property.Type;
        }

        return new PagePath(text, type);
    }

    private sealed record PagePath(string Path, TypeRef Type);
}
