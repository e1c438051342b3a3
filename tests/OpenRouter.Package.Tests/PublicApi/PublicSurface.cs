using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace OpenRouter.Package.Tests.PublicApi;

/// <summary>The public surface of an assembly as text: a line a type, a line a member, sorted.</summary>
internal static class PublicSurface
{
    private static readonly SymbolDisplayFormat Format = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeExplicitInterface,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.StaticMethod,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static readonly SymbolDisplayFormat Short = Format.WithMemberOptions(Format.MemberOptions & ~SymbolDisplayMemberOptions.IncludeContainingType);

    /// <summary>Lists what somebody outside of an assembly can name.</summary>
    /// <param name="assembly">The bytes of the assembly.</param>
    /// <param name="others">The bytes of those of our assemblies that it refers to.</param>
    public static IReadOnlyList<string> Of(byte[] assembly, IEnumerable<byte[]> others)
    {
        var reference = MetadataReference.CreateFromImage(assembly);
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(static path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("Surface", references: [reference, .. others.Select(static bytes => MetadataReference.CreateFromImage(bytes)), .. platform]);
        var symbol = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!;
        return [.. Types(symbol.GlobalNamespace).Where(IsVisible).OrderBy(static type => type.ToDisplayString(Format), StringComparer.Ordinal).SelectMany(Lines)];
    }

    private static IEnumerable<string> Lines(INamedTypeSymbol type)
    {
        yield return Head(type);
        if (type.TypeKind == TypeKind.Delegate)
        {
            yield break;
        }

        foreach (var line in type.GetMembers().Where(static member => IsVisible(member) && IsNews(member)).Select(static member => "    " + Line(member)).Order(StringComparer.Ordinal))
        {
            yield return line;
        }
    }

    private static string Head(INamedTypeSymbol type)
    {
        var kind = type switch
        {
            { TypeKind: TypeKind.Delegate } => "delegate",
            { TypeKind: TypeKind.Enum } => "enum",
            { TypeKind: TypeKind.Interface } => "interface",
            { TypeKind: TypeKind.Struct } => (type.IsReadOnly ? "readonly " : "") + (type.IsRefLikeType ? "ref " : "") + "struct",
            { IsStatic: true } => "static class",
            _ => (type.IsSealed ? "sealed " : type.IsAbstract ? "abstract " : "") + "class",
        };
        var bases = type.Interfaces.Select(static face => face.ToDisplayString(Format)).Order(StringComparer.Ordinal).ToList();
        if (type.BaseType is { SpecialType: SpecialType.None } parent)
        {
            bases.Insert(0, parent.ToDisplayString(Format));
        }

        return $"{kind} {type.ToDisplayString(Format)}{(bases.Count > 0 && type.TypeKind != TypeKind.Delegate ? " : " + string.Join(", ", bases) : "")}";
    }

    private static string Line(ISymbol member)
    {
        var access = member.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal ? "protected " : "";
        var required = member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true } ? "required " : "";
        return access + required + member.ToDisplayString(Short);
    }

    // Accessors belong to their property, and what the compiler writes for a record is not ours to change.
    private static bool IsNews(ISymbol member) => member is not IMethodSymbol { AssociatedSymbol: not null } and not INamedTypeSymbol and not IMethodSymbol { MethodKind: MethodKind.StaticConstructor }
        && !(member is IMethodSymbol { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: true } && member.ContainingType.IsValueType)
        && !member.Name.Contains('<', StringComparison.Ordinal);

    private static bool IsVisible(ISymbol symbol) => symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && (symbol.ContainingType is null || IsVisible(symbol.ContainingType))
        && (symbol.DeclaredAccessibility == Accessibility.Public || symbol.ContainingType is { IsSealed: false });

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol scope)
        => scope.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(static member => member is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(member));
}
