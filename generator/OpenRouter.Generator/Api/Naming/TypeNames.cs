using System;
using System.Collections.Generic;
using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.OpenApi;

namespace OpenRouter.Generator.Api.Naming;

/// <summary>Names the types. Components are named first, so that an inline schema never takes a component's name.</summary>
internal sealed class TypeNames
{
    private readonly string _modelNamespace;
    private readonly NameScope _scope = new(ReservedNames.Types);
    private readonly Dictionary<string, string> _components = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeRef> _sharedEnums = new(StringComparer.Ordinal);

    public TypeNames(string modelNamespace, IReadOnlyList<Schema> components)
    {
        _modelNamespace = modelNamespace;
        foreach (var chosen in new[] { true, false })
        {
            foreach (var schema in components)
            {
                if (schema.CSharpName is not null == chosen)
                {
                    _components[schema.ComponentName!] = _scope.Take(schema.CSharpName ?? CSharpName.Pascal(schema.ComponentName!));
                }
            }
        }
    }

    /// <summary>Names that are not types of schemas (builders, parameter classes) but share their namespace rules.</summary>
    public string Take(string wanted) => _scope.Take(wanted);

    public string NameOf(Schema schema, string nameHint)
    {
        if (schema.ComponentName is { } component && _components.TryGetValue(component, out var name))
        {
            return name;
        }

        return _scope.Take(schema.CSharpName ?? nameHint);
    }

    public string NamespaceOf(Schema schema) =>
        schema.CSharpNamespace is { } below ? _modelNamespace + "." + below : _modelNamespace;

    /// <summary>An inline enum that has the same values at the same place of the document is the same type.</summary>
    public TypeRef? SharedEnum(Schema schema, TypeKind kind, IReadOnlyList<string> values) =>
        schema.ComponentName is null && _sharedEnums.TryGetValue(Key(schema, kind, values), out var shared) ? shared : null;

    public void Share(Schema schema, TypeKind kind, IReadOnlyList<string> values, TypeRef type)
    {
        if (schema.ComponentName is null)
        {
            _sharedEnums[Key(schema, kind, values)] = type;
        }
    }

    private static string Key(Schema schema, TypeKind kind, IReadOnlyList<string> values) =>
        (kind == TypeKind.NumberEnum ? "#" : "") + (schema.CSharpName ?? "") + "\n" + string.Join("\n", values);
}
