using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using OpenRouter.Generator.Api.Documentation;
using OpenRouter.Generator.Api.Naming;
using OpenRouter.Generator.Api.Operations;
using OpenRouter.Generator.Api.Schemas;
using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.Api.Unions;
using OpenRouter.Generator.OpenApi;
using OpenRouter.Generator.Problems;

namespace OpenRouter.Generator.Api;

/// <summary>Makes the API model of a document: types from what the operations reach, then direction, then builders.</summary>
internal sealed class ApiModelBuilder
{
    private readonly OpenApiDocument _document;
    private readonly ApiSettings _settings;
    private readonly ProblemList _problems;
    private readonly CancellationToken _cancellationToken;
    private readonly SchemaReducer _reducer;
    private readonly TypeNames _names;
    private readonly TypeResolver _types;
    private readonly ChatProfile _chat;
    private readonly MemberRoles _roles;
    private readonly string _rootNamespace;

    private ApiModelBuilder(OpenApiDocument document, ApiSettings settings, ProblemList problems, CancellationToken cancellationToken)
    {
        _document = document;
        _settings = settings;
        _problems = problems;
        _cancellationToken = cancellationToken;
        _rootNamespace = settings.Namespace.Length > 0 ? settings.Namespace : CSharpName.Pascal(document.Title);
        _reducer = new SchemaReducer(problems);
        _names = new TypeNames(_rootNamespace + ".Models", document.Schemas);
        _types = new TypeResolver(_names, _reducer, problems);
        _chat = new ChatProfile(_reducer);
        _roles = new MemberRoles(_reducer);
    }

    public static ApiModel Build(OpenApiDocument document, ApiSettings settings, ProblemList problems, CancellationToken cancellationToken) =>
        new ApiModelBuilder(document, settings, problems, cancellationToken).Build();

    private ApiModel Build()
    {
        var selected = OperationSelection.Select(_document, _settings.Operations, _problems);
        SecurityNotes.Add(_document, selected, _problems);
        var events = new HashSet<Schema>();
        foreach (var operation in selected)
        {
            foreach (var body in operation.RequestBodies.Where(static body => body is { IsMultipart: true, Schema: not null }))
            {
                FormSchemas.Collect(body.Schema!, _reducer, _types.FormSchemas);
            }

            foreach (var answer in StreamContent.JsonOf(operation))
            {
                _roles.AddAnswer(answer);
            }

            if (StreamContent.EventOf(operation, _reducer) is { } item && !_chat.TryAdd(item))
            {
                events.Add(_reducer.Reduce(item).Schema);
                _chat.AddEvent(_reducer.Reduce(item).Schema);
            }
        }

        var groups = BuildOperations(selected);
        if (_settings.Operations.Length == 0)
        {
            foreach (var schema in _document.Schemas)
            {
                _types.Resolve(schema, CSharpName.Pascal(schema.ComponentName!));
            }
        }

        var payloads = PayloadTypes.Of(_document, selected, _settings.Operations.Length == 0, _types);
        var objects = BuildObjects(selected);
        var unions = _types.Unions.ConvertAll(union => UnionBuilder.Build(union.Schema, union.Union, union.Type, events.Contains(union.Schema)));
        var directed = Directions.Apply(TypeMarks.Mark(objects, unions), unions, groups.SelectMany(static group => group.Operations), payloads, _settings);
        var built = groups.ConvertAll(group => WithBuilders(group, selected, directed));
        var model = new ApiModel(
            BuildClient(built),
            Sorted(directed.Objects.Select(item => item with { Style = _settings.Style }), static item => item.Name),
            Sorted(_types.Enums.Select(item => item with { Style = _settings.Style }), static item => item.Name),
            Sorted(directed.Unions.Select(item => item with { Style = _settings.Style }), static item => item.Name),
            Sorted(built, static item => item.Name),
            _settings.JsonContext ? JsonContextBuilder.Build(_rootNamespace, ClientName(), directed, _types.Enums) with { Style = _settings.Style } : null,
            EquatableList<Problem>.Empty)
        {
            RootNamespace = _rootNamespace,
        };
        _problems.Add(ProblemRule.Summary, _document.Start, Summary.Of(model, selected.Count, _document.Operations.Count, _problems.Items));
        return model;
    }

    private List<GroupModel> BuildOperations(IReadOnlyList<Operation> selected)
    {
        var groups = new List<GroupModel>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var properties = new NameScope([.. ReservedNames.ObjectMembers, "Dispose", "DefaultBaseAddress", ClientName()]);
        foreach (var tag in selected.GroupBy(operation => OperationNames.GroupOf(operation, _document), StringComparer.OrdinalIgnoreCase))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var builder = new OperationBuilder(_types, _names, _chat, _problems);
            var methods = new NameScope(ReservedNames.ObjectMembers);
            var operations = new List<OperationModel>();
            foreach (var operation in tag)
            {
                if (operation.Id is { } id && !ids.Add(id))
                {
                    var place = operation.Node["operationId"]!.Span;
                    _problems.Add(ProblemRule.DuplicateOperation, place, $"The operationId '{id}' stands at two operations; this one, {operation.Method.ToUpperInvariant()} {operation.Path}, is left out.");
                    continue;
                }

                operations.AddRange(builder.Build(operation, methods));
            }

            var summary = _document.Tags.FirstOrDefault(known => OperationNames.GroupOf(tag.First(), _document) == (known.CSharpName ?? CSharpName.Pascal(known.Name)))?.Description;
            groups.Add(new GroupModel(
                properties.Take(tag.Key),
                _names.Take("I" + tag.Key + "Api"),
                _names.Take(tag.Key + "Api"),
                new EquatableList<OperationModel>(operations),
                EquatableList<BuilderModel>.Empty,
                new DocModel(summary ?? $"The operations of the group {tag.Key}.", null)));
        }

        return groups;
    }

    private List<ObjectModel> BuildObjects(IReadOnlyList<Operation> selected)
    {
        var updates = new HashSet<Schema>();
        foreach (var operation in selected.Where(static operation => operation.Method == "patch"))
        {
            foreach (var body in operation.RequestBodies.Where(static body => body.Schema is not null))
            {
                updates.Add(_reducer.Reduce(body.Schema!).Schema);
            }
        }

        var builder = new ObjectBuilder(_types, _chat, _roles, updates);
        var objects = new List<ObjectModel>();
        foreach (var (schema, type) in _types.TakePendingObjects(_cancellationToken))
        {
            objects.Add(builder.Build(schema, type));
        }

        return objects;
    }

    private GroupModel WithBuilders(GroupModel group, IReadOnlyList<Operation> selected, DirectedTypes types)
    {
        var builder = new BuilderBuilder(
            types.Objects.ToDictionary(static item => item.Name, StringComparer.Ordinal),
            types.Unions.ToDictionary(static item => item.Name, StringComparer.Ordinal));
        var paging = new PagingBuilder(types.Objects.ToDictionary(static item => item.Name, StringComparer.Ordinal), types.Unions.ToDictionary(static item => item.Name, StringComparer.Ordinal), _problems);
        var names = new NameScope([.. ReservedNames.ObjectMembers, .. group.Operations.Select(static operation => operation.Name)]);
        var operations = new List<OperationModel>();
        var builders = new List<BuilderModel>();
        var options = new HashSet<string>(StringComparer.Ordinal);
        foreach (var plain in group.Operations)
        {
            var source = selected.FirstOrDefault(candidate => candidate.Path == plain.Path && candidate.Method.ToUpperInvariant() == plain.HttpMethod);
            var operation = source is null ? plain : paging.Page(plain, source, names);
            operations.Add(operation);
            var positional = source?.Node["x-csharp-builder-arguments"]?.Items.ConvertAll(static item => item.Text);
            builders.Add(builder.Build(operation, group.InterfaceName, positional, operation.Options is { } own && options.Add(own.Name)) with { Style = _settings.Style });
        }

        ShareBases(builders);
        return group with { Operations = new EquatableList<OperationModel>(operations), Builders = new EquatableList<BuilderModel>(builders), Style = _settings.Style };
    }

    /// <summary>The plain and the streaming builder of one operation fill the same request: they say it once.</summary>
    private void ShareBases(List<BuilderModel> builders)
    {
        for (var i = 0; i < builders.Count; i++)
        {
            var plain = builders[i];
            var twin = builders.FindIndex(i + 1, other => other.Operation.Id == plain.Operation.Id && other.Operation.Body == plain.Operation.Body && other.Properties.Equals(plain.Properties) && other.Arguments.Equals(plain.Arguments));
            if (plain is { BuildsBody: true, BaseName: null } && twin > 0)
            {
                var name = _names.Take(plain.Operation.BuilderName + "Base");
                builders[i] = plain with { BaseName = name, OwnsBase = true };
                builders[twin] = builders[twin] with { BaseName = name };
            }
        }
    }

    private ClientModel? BuildClient(List<GroupModel> groups)
    {
        if (groups.Count == 0)
        {
            return null;
        }

        var properties = groups
            .OrderBy(static group => group.Name, StringComparer.Ordinal)
            .Select(static group => new ClientGroup(group.Name, group.InterfaceName, group.ClassName, group.Doc.Summary));
        return new ClientModel(_rootNamespace, ClientName(), _document.ServerUrl ?? "https://localhost/", new EquatableList<ClientGroup>(properties)) { Style = _settings.Style };
    }

    private string ClientName()
    {
        if (_settings.ClientName.Length > 0)
        {
            return _settings.ClientName;
        }

        var title = CSharpName.Pascal(_document.Title);
        var stem = title.EndsWith("API", StringComparison.OrdinalIgnoreCase) && title.Length > 3 ? title.Substring(0, title.Length - 3) : title;
        return stem + "Client";
    }

    private static EquatableList<T> Sorted<T>(IEnumerable<T> items, Func<T, string> name) =>
        new(items.OrderBy(name, StringComparer.Ordinal));
}
