using System.Linq;

using Microsoft.CodeAnalysis;

namespace OpenRouter.Analyzers.CodeFixes;

/// <summary>The code that keeps a finish reason of some type and decides on it.</summary>
internal sealed class FinishCheck
{
    // What these are called differs between services; each of them says that the answer was cut off.
    private static readonly string[] s_cutOffNames = ["Length", "MaxTokens", "MaxOutputTokens", "ContentFilter", "ContentFiltered"];

    private readonly ITypeSymbol _type;
    private readonly SemanticModel _model;
    private readonly int _position;

    public FinishCheck(ITypeSymbol type, SemanticModel model, int position)
    {
        _type = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        _model = model;
        _position = position;
    }

    /// <summary>Whether the type has values that say that an answer was cut off.</summary>
    public bool TellsCutOff => _type.SpecialType == SpecialType.System_String || (HasEquality() && s_cutOffNames.Any(IsValue));

    private string TypeName => _type.ToMinimalDisplayString(_model, _position);

    /// <summary>The type at the end of a path such as <c>Choices[].FinishReason</c>.</summary>
    public static ITypeSymbol? TypeAt(ITypeSymbol chunk, string path)
    {
        ITypeSymbol? type = chunk;
        foreach (var step in path.Split('.'))
        {
            var isList = step.EndsWith("[]", System.StringComparison.Ordinal);
            var name = isList ? step.Substring(0, step.Length - 2) : step;
            type = PropertyOf(type, name)?.Type;
            if (isList)
            {
                type = type is IArrayTypeSymbol array ? array.ElementType : (type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault();
            }
        }

        return type;
    }

    /// <summary>The pattern that finds a finish reason in a chunk, whatever on the way is absent.</summary>
    public static string Match(string chunk, string path, string variable)
    {
        var steps = path.Split('.');
        var pattern = "{ } " + variable;
        for (var i = steps.Length - 1; i >= 0; i--)
        {
            var isList = steps[i].EndsWith("[]", System.StringComparison.Ordinal);
            var name = isList ? steps[i].Substring(0, steps[i].Length - 2) : steps[i];
            pattern = isList ? "[" + pattern + ", ..]" : pattern;
            if (i == 0)
            {
                return chunk + "." + name + " is " + pattern;
            }

            pattern = "{ " + name + ": " + pattern + " }";
        }

        return "false";
    }

    public string Declare(string variable)
    {
        var isMarked = _type.IsValueType || _model.GetNullableContext(_position).AnnotationsEnabled();
        return TypeName + (isMarked ? "?" : string.Empty) + " " + variable + " = null;";
    }

    /// <summary>True for an answer that was cut off.</summary>
    public string ConditionFor(string variable)
    {
        if (_type.SpecialType == SpecialType.System_String)
        {
            return variable + " is \"length\" or \"content_filter\"";
        }

        var cutOff = HasEquality() ? s_cutOffNames.Where(IsValue).ToList() : [];
        return cutOff.Count == 0
            ? variable + " is null"
            : string.Join(" || ", cutOff.Select(name => variable + " == " + TypeName + "." + name));
    }

    public string ThrowFor(string variable)
    {
        var exception = _model.Compilation.GetTypeByMetadataName("System.InvalidOperationException")?.ToMinimalDisplayString(_model, _position)
            ?? "System.InvalidOperationException";
        return "throw new " + exception + "($\"The answer is not complete: it ended with '{" + variable + "}'.\");";
    }

    private bool HasEquality()
    {
        return _type.TypeKind == TypeKind.Enum || _type.IsRecord || _type.GetMembers(WellKnownMemberNames.EqualityOperatorName).Length > 0;
    }

    private bool IsValue(string name)
    {
        return _type.GetMembers(name).Any(member => member is { IsStatic: true, DeclaredAccessibility: Accessibility.Public }
            && SymbolEqualityComparer.Default.Equals((member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type, _type));
    }

    private static IPropertySymbol? PropertyOf(ITypeSymbol? type, string name)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            if (declaring.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
            {
                return property;
            }
        }

        return null;
    }
}
