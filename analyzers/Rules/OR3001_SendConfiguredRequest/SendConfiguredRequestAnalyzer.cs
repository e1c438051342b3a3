using System.Collections.Immutable;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR3001_SendConfiguredRequest;

/// <summary>A request is begun, perhaps configured, and then forgotten: nothing is sent.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SendConfiguredRequestAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.SendConfiguredRequest,
        "Request is configured and never sent",
        "The request that '{0}' begins is neither sent nor built nor handed on, so nothing happens",
        RuleCatalog.Requests,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The methods of a builder only describe a request. Nothing is sent before a sending method is called.",
        RuleCatalog.PageOf(RuleIds.SendConfiguredRequest, "SendConfiguredRequest"));

    public SendConfiguredRequestAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        return known.Annotations.RequestBuilder.Exists;
    }

    public override void Analyze(BodyContext body)
    {
        foreach (var operation in body.Facts.Blocks.SelectMany(static block => block.DescendantsAndSelf()))
        {
            body.CancellationToken.ThrowIfCancellationRequested();
            if (BeginsRequest(operation, body.Known) && !IsTried(operation, body.Known) && !RequestFate.IsUsed(operation, body))
            {
                Report(operation, body);
            }
        }
    }

    private static bool BeginsRequest(IOperation operation, KnownTypes known)
    {
        return operation switch
        {
            IObjectCreationOperation creation => known.IsRequestBuilder(creation.Type),
            IInvocationOperation call => known.IsRequestBuilder(call.Type)
                && !known.IsRequestBuilder(call.Instance?.Type)
                && !call.Arguments.Any(argument => known.IsRequestBuilder(argument.Value.Type))
                && IsOfClient(call.TargetMethod, known),
            _ => false,
        };
    }

    // A helper of the user's own may keep the builder that it returns.
    private static bool IsOfClient(IMethodSymbol method, KnownTypes known)
    {
        return method.Parameters.Any(parameter => known.Annotations.ModelId.IsOn(parameter))
            || known.IsApiClient(method.ContainingType)
            || method.ContainingType.GetMembers().OfType<IMethodSymbol>().Any(known.IsSendingMethod);
    }

    // Tests call what shall be refused, inside of a lambda that an assertion runs.
    private static bool IsTried(IOperation operation, KnownTypes known)
    {
        if (!known.IsTestProject)
        {
            return false;
        }

        var parent = operation.Parent;
        while (parent is not (null or IAnonymousFunctionOperation))
        {
            parent = parent.Parent;
        }

        return parent is not null;
    }

    private static void Report(IOperation begun, BodyContext body)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (SendingMethodOf(begun.Type, body.Known) is { } method)
        {
            properties = properties.Add(SendProperties.SendingMethod, method.Name);
        }

        body.Report(
            Rule,
            StreamExpression.LocationOf(begun),
            body.Known.IsTestProject ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
            properties,
            begun is IInvocationOperation call ? call.TargetMethod.Name : begun.Type?.Name);
    }

    /// <summary>The way to send the request, when there is one only and it streams nothing.</summary>
    private static IMethodSymbol? SendingMethodOf(ITypeSymbol? builder, KnownTypes known)
    {
        IMethodSymbol? only = null;
        for (var type = builder; type is not null; type = type.BaseType)
        {
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(known.IsSendingMethod))
            {
                if (only is not null || known.Annotations.SendingMethod.TryFind(method) is not { NamedArguments.IsEmpty: true } || !method.Parameters.All(static parameter => parameter.IsOptional))
                {
                    return null;
                }

                only = method;
            }
        }

        return only;
    }
}
