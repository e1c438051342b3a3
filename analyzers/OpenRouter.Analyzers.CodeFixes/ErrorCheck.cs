using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace OpenRouter.Analyzers.CodeFixes;

/// <summary>The code that throws the error of a chunk.</summary>
internal sealed class ErrorCheck
{
    private readonly ITypeSymbol _error;
    private readonly INamespaceSymbol _client;
    private readonly SemanticModel _model;
    private readonly int _position;

    public ErrorCheck(ITypeSymbol error, INamespaceSymbol client, SemanticModel model, int position)
    {
        _error = error is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : error;
        _client = client;
        _model = model;
        _position = position;
        // Of what is always there, nobody can tell by a pattern whether it is an error.
        IsTellable = error.NullableAnnotation != NullableAnnotation.NotAnnotated && (error.IsReferenceType || !SymbolEqualityComparer.Default.Equals(_error, error));
    }

    /// <summary>Whether the error is absent when there is none.</summary>
    public bool IsTellable { get; }

    /// <summary>Throws what the client itself throws, when there is no doubt what that is.</summary>
    public string ThrowFor(string variable)
    {
        var text = "$\"The answer broke off: {" + variable + (HasMessage() ? ".Message" : string.Empty) + "}\"";
        var own = _client.GetTypeMembers().Where(IsPlainException).ToList();
        if (own.Count != 1)
        {
            return Throw(_model.Compilation.GetTypeByMetadataName("System.InvalidOperationException"), text);
        }

        return Throw(own[0], own[0].InstanceConstructors.Any(TakesError) ? variable : text);
    }

    private string Throw(INamedTypeSymbol? exception, string argument)
    {
        return "throw new " + (exception?.ToMinimalDisplayString(_model, _position) ?? "System.InvalidOperationException") + "(" + argument + ");";
    }

    private bool HasMessage()
    {
        return _error.GetMembers("Message").Any(static member => member is IPropertySymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public, Type.SpecialType: SpecialType.System_String });
    }

    // Not one that derives from another one of the client: that says more than is known.
    private bool IsPlainException(INamedTypeSymbol type)
    {
        return type is { IsAbstract: false, IsGenericType: false }
            && type.BaseType?.ToDisplayString() == "System.Exception"
            && _model.IsAccessible(_position, type)
            && type.InstanceConstructors.Any(constructor => TakesError(constructor) || TakesMessage(constructor));
    }

    private bool TakesError(IMethodSymbol constructor)
    {
        return _error.SpecialType != SpecialType.System_String && Takes(constructor, _error);
    }

    private bool TakesMessage(IMethodSymbol constructor)
    {
        return constructor.Parameters.FirstOrDefault() is { Name: "message", Type: { SpecialType: SpecialType.System_String } text } && Takes(constructor, text);
    }

    private bool Takes(IMethodSymbol constructor, ITypeSymbol argument)
    {
        return constructor.Parameters.Length > 0
            && constructor.Parameters.Skip(1).All(static parameter => parameter.IsOptional)
            && _model.IsAccessible(_position, constructor)
            && _model.Compilation.ClassifyConversion(argument, constructor.Parameters[0].Type) is { IsImplicit: true, IsUserDefined: false };
    }
}
