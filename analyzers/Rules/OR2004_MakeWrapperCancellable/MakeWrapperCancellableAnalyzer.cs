using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;
using OpenRouter.Analyzers.Rules.OR2001_PassCancellationToken;

namespace OpenRouter.Analyzers.Rules.OR2004_MakeWrapperCancellable;

/// <summary>An asynchronous iterator stands between a stream and its consumer, whose token ends there.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class MakeWrapperCancellableAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.MakeWrapperCancellable,
        "Stream wrapper cannot be cancelled",
        "Who enumerates '{0}' cannot cancel the stream behind it, because {1}",
        RuleCatalog.Cancellation,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "The token of WithCancellation goes to a parameter marked [EnumeratorCancellation] and nowhere else. An iterator without it, or one that keeps the token to itself, lets the request go on.",
        RuleCatalog.PageOf(RuleIds.MakeWrapperCancellable, "MakeWrapperCancellable"));

    public MakeWrapperCancellableAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        return known.HasStreams && known.CancellationToken is not null;
    }

    public override void Analyze(BodyContext body)
    {
        var reported = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var use in body.Facts.Streams)
        {
            if (EnclosingFunction.SymbolOf(EnclosingFunction.Of(use.Place), body.Owner) is { IsAsync: true } wrapper &&
                body.Known.IsBareStream(wrapper.ReturnType) && !body.Known.IsSendingMethod(wrapper) && !reported.Contains(wrapper) &&
                (wrapper.Parameters.FirstOrDefault(parameter => body.Known.IsToken(parameter.Type)) is { } token ? LosesToken(use, token, body) : LacksToken(use, wrapper, body)))
            {
                reported.Add(wrapper);
                Report(use, wrapper, body);
            }
        }
    }

    /// <summary>There is no token to hand in, and the request is not given another one.</summary>
    private static bool LacksToken(StreamUse use, IMethodSymbol wrapper, BodyContext body)
    {
        return !wrapper.IsOverride
            && wrapper.ExplicitInterfaceImplementations.IsEmpty
            && !ImplementsInterface(wrapper)
            && SendingCall.Of(use.Stream, body) is { } call
            && SendingCall.OmittedToken(call, body.Known) is not null
            && !TokenAtCall.IsPassedOtherwise(call, body.Known)
            && !MayCarryToken(call, body.Known)
            // OR2001 speaks about those.
            && TokensInScope.Find(call, body.Owner, body.Known, body.CancellationToken).Count == 0;
    }

    /// <summary>There is a token, and the stream of somebody else does not get it. Of calls OR2001 speaks.</summary>
    private static bool LosesToken(StreamUse use, IParameterSymbol token, BodyContext body)
    {
        return use is { Place: IForEachLoopOperation loop, Stream.Source: IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation }
            && !loop.Collection.DescendantsAndSelf().OfType<IArgumentOperation>().Any(argument => argument.ArgumentKind == ArgumentKind.Explicit && body.Known.IsToken(argument.Value.Type))
            && !body.Facts.References.Of(token).Any(static mention => mention.Parent is IArgumentOperation or IAssignmentOperation or IVariableInitializerOperation or IConversionOperation);
    }

    // A builder that came from elsewhere may have been told the token there.
    private static bool MayCarryToken(IInvocationOperation call, KnownTypes known)
    {
        var receiver = call.Instance;
        while (receiver is IInvocationOperation or IConversionOperation or IParenthesizedOperation)
        {
            receiver = receiver switch
            {
                IInvocationOperation step => step.Instance,
                IConversionOperation conversion => conversion.Operand,
                IParenthesizedOperation parenthesized => parenthesized.Operand,
                _ => null,
            };
        }

        return receiver is IParameterReferenceOperation or IFieldReferenceOperation or ILocalReferenceOperation or IPropertyReferenceOperation
            && known.IsRequestBuilder(receiver.Type)
            && TypesOf(receiver.Type).Any(type => type.GetMembers().OfType<IMethodSymbol>().Any(method => !known.IsSendingMethod(method) && method.Parameters.Any(parameter => known.IsToken(parameter.Type)) && known.IsRequestBuilder(method.ReturnType)));
    }

    private static IEnumerable<ITypeSymbol> TypesOf(ITypeSymbol? type)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            yield return ancestor;
        }
    }

    private static bool ImplementsInterface(IMethodSymbol symbol)
    {
        return symbol.MethodKind == MethodKind.Ordinary && symbol.ContainingType.AllInterfaces
            .SelectMany(face => face.GetMembers(symbol.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol));
    }

    private static void Report(StreamUse use, IMethodSymbol wrapper, BodyContext body)
    {
        if (wrapper.Locations.FirstOrDefault(location => location.SourceTree == use.Place.Syntax.SyntaxTree) is not { } place)
        {
            return;
        }

        var token = wrapper.Parameters.FirstOrDefault(parameter => body.Known.IsToken(parameter.Type));
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (token is not null)
        {
            properties = properties.Add(WrapperProperties.Token, token.Name);
        }
        else if (use.Stream.Source is IInvocationOperation call && SendingCall.OmittedToken(call, body.Known) is { } parameter)
        {
            properties = properties
                .Add(WrapperProperties.Call, call.TargetMethod.Name)
                .Add(FixProperties.TokenParameter, parameter.Name)
                .Add(FixProperties.TokenPosition, SendingCall.PositionOf(parameter, call));
        }

        body.Report(Rule, place, DiagnosticSeverity.Info, properties, wrapper.Name, token is null ? "it takes no token" : "'" + token.Name + "' is not passed on");
    }
}
