using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;

namespace OpenRouter.Analyzers.CodeFixes.Refactorings;

/// <summary>The known values of a type of finish reasons, as labels of a switch.</summary>
internal sealed class FinishReasonValues
{
    private readonly string _access;

    private FinishReasonValues(IReadOnlyList<string> labels, string access)
    {
        Labels = labels;
        _access = access;
    }

    public IReadOnlyList<string> Labels { get; }

    public static FinishReasonValues? TryFind(ITypeSymbol type, SemanticModel model, int position)
    {
        var bare = Bare(type)!;
        if (bare.TypeKind == TypeKind.Enum)
        {
            var members = bare.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue).ToList();
            return members.Count == 0 ? null : new FinishReasonValues(LabelsOf(bare, members, model, position), string.Empty);
        }

        // An enum that is open for new values: a text, and a class of constants for those that are known.
        var words = bare.GetTypeMembers().FirstOrDefault(static nested => nested is { IsStatic: true, DeclaredAccessibility: Accessibility.Public });
        var constants = words?.GetMembers().OfType<IFieldSymbol>().Where(static field => field is { HasConstantValue: true, Type.SpecialType: SpecialType.System_String }).ToList();
        var texts = bare.GetMembers().OfType<IPropertySymbol>()
            .Where(static property => property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, Type.SpecialType: SpecialType.System_String })
            .ToList();
        return constants is not { Count: > 0 } || texts.Count != 1
            ? null
            : new FinishReasonValues(LabelsOf(words!, constants, model, position), (IsNullable(type) ? "?." : ".") + texts[0].Name);
    }

    public static ITypeSymbol? Bare(ITypeSymbol? type)
    {
        return type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
    }

    public string SubjectOf(string expression)
    {
        return expression + _access;
    }

    private static bool IsNullable(ITypeSymbol type)
    {
        return !type.IsValueType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
    }

    private static IReadOnlyList<string> LabelsOf(ITypeSymbol holder, IEnumerable<IFieldSymbol> fields, SemanticModel model, int position)
    {
        var name = holder.ToMinimalDisplayString(model, position);
        return fields.Select(field => name + "." + field.Name).ToList();
    }
}
