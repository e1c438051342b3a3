using System;
using System.Globalization;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR5002_AskForJson;

/// <summary>The step that would make a builder ask for JSON, and the call that it belongs before.</summary>
internal sealed class JsonStep
{
    private JsonStep(string sendName, string sendOrdinal, string method, string form)
    {
        SendName = sendName;
        SendOrdinal = sendOrdinal;
        Method = method;
        Form = form;
    }

    public string SendName { get; }

    public string SendOrdinal { get; }

    public string Method { get; }

    public string Form { get; }

    public static JsonStep? TryFind(IInvocationOperation send, BodyContext body)
    {
        if (send.Instance?.Type is not { } builder || !body.Known.IsRequestBuilder(builder) || StepOf(builder, body.Known) is not { } step ||
            FormOf(step.Parameters[0].Type) is not { } form)
        {
            return null;
        }

        // Positions move while other findings are repaired; the number of the name does not.
        var name = StreamExpression.LocationOf(send).SourceSpan;
        var root = send.Syntax.SyntaxTree.GetRoot(body.CancellationToken);
        var ordinal = root.DescendantTokens().Count(token => token.SpanStart < name.Start && token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == send.TargetMethod.Name);
        return new JsonStep(send.TargetMethod.Name, ordinal.ToString(CultureInfo.InvariantCulture), step.Name, form.Name);
    }

    private static IMethodSymbol? StepOf(ITypeSymbol builder, KnownTypes known)
    {
        for (var declaring = builder; declaring is not null; declaring = declaring.BaseType)
        {
            var step = declaring.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(method =>
                method is { Parameters.Length: 1, DeclaredAccessibility: Accessibility.Public, IsGenericMethod: false } && known.Annotations.ResponseFormat.IsOn(method));
            if (step is not null)
            {
                return step;
            }
        }

        return null;
    }

    // A schema has to be written by a person; plain JSON is a value that the type has ready.
    private static ISymbol? FormOf(ITypeSymbol type)
    {
        return type.GetMembers().FirstOrDefault(member => member is { IsStatic: true, DeclaredAccessibility: Accessibility.Public }
            && member.Name.IndexOf("Json", StringComparison.Ordinal) >= 0
            && SymbolEqualityComparer.Default.Equals((member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type, type));
    }
}
