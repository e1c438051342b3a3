using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR2006_SetHttpClientTimeout;

/// <summary>An HttpClient that a body makes and gives to a client, by its constructor or by a member of its options.</summary>
internal sealed class GivenHttpClient
{
    private GivenHttpClient(IObjectCreationOperation creation, ISymbol? holder)
    {
        Creation = creation;
        Holder = holder;
    }

    public IObjectCreationOperation Creation { get; }

    /// <summary>The local or field that it stands in, when it is not given at once.</summary>
    public ISymbol? Holder { get; }

    public static IEnumerable<GivenHttpClient> FindAll(BodyContext body)
    {
        foreach (var client in body.Facts.Clients)
        {
            var arguments = client switch
            {
                IObjectCreationOperation creation => creation.Arguments,
                IInvocationOperation call => call.Arguments,
                _ => ImmutableArray<IArgumentOperation>.Empty,
            };
            foreach (var argument in arguments.Where(static argument => IsHttpClient(argument.Parameter?.Type)))
            {
                if (Of(argument.Value, body) is { } given)
                {
                    yield return given;
                }
            }
        }

        foreach (var assignment in body.Facts.HttpClientAssignments)
        {
            if (assignment.Target is IPropertyReferenceOperation property && TakesKey(property.Property.ContainingType, body.Known) && Of(assignment.Value, body) is { } given)
            {
                yield return given;
            }
        }
    }

    private static GivenHttpClient? Of(IOperation value, BodyContext body)
    {
        while (value is IConversionOperation or IParenthesizedOperation)
        {
            value = value is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)value).Operand;
        }

        return value switch
        {
            IObjectCreationOperation creation when IsHttpClient(creation.Type) => new GivenHttpClient(creation, holder: null),
            ILocalReferenceOperation or IFieldReferenceOperation when Accumulation.SymbolOf(value) is { } symbol && MadeFor(symbol, value, body) is { } creation
                => new GivenHttpClient(creation, symbol),
            _ => null,
        };
    }

    // The only value that the body puts into it.
    private static IObjectCreationOperation? MadeFor(ISymbol symbol, IOperation mention, BodyContext body)
    {
        var values = body.Facts.Blocks
            .SelectMany(static block => block.DescendantsAndSelf())
            .Select(operation => operation switch
            {
                IVariableDeclaratorOperation declarator when Is(declarator.Symbol, symbol) => declarator.GetVariableInitializer()?.Value,
                ISimpleAssignmentOperation assignment when Is(Accumulation.SymbolOf(assignment.Target), symbol) => assignment.Value,
                _ => null,
            })
            .Where(static value => value is not null)
            .ToList();
        return values.Count == 1 && values[0]!.Syntax.SpanStart < mention.Syntax.SpanStart && values[0] is IObjectCreationOperation creation && IsHttpClient(creation.Type) ? creation : null;
    }

    private static bool Is(ISymbol? found, ISymbol symbol)
    {
        return SymbolEqualityComparer.Default.Equals(found, symbol);
    }

    // The options of a client are known by the key among them.
    private static bool TakesKey(ITypeSymbol type, KnownTypes known)
    {
        return type.GetMembers().OfType<IPropertySymbol>().Any(property => known.Annotations.ApiKey.IsOn(property));
    }

    private static bool IsHttpClient(ITypeSymbol? type)
    {
        return type is { Name: "HttpClient", ContainingNamespace: { Name: "Http", ContainingNamespace: { Name: "Net", ContainingNamespace.Name: "System" } } };
    }
}
