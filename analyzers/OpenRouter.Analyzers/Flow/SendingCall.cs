using System.Globalization;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Flow;

/// <summary>Calls that send a request: which one a stream comes from, and where its token would go.</summary>
internal static class SendingCall
{
    /// <summary>The call that a consumed stream comes from, directly or through a local that it initialised.</summary>
    public static IInvocationOperation? Of(StreamExpression stream, BodyContext body)
    {
        return stream.Source switch
        {
            IInvocationOperation call when body.Known.IsSendingMethod(call.TargetMethod) => call,
            ILocalReferenceOperation local => body.Facts.Sends.FirstOrDefault(call => IsInitialiser(call, local.Local)),
            _ => null,
        };
    }

    /// <summary>The parameter for a token that is not written at the call.</summary>
    public static IParameterSymbol? OmittedToken(IInvocationOperation call, KnownTypes known)
    {
        return call.Arguments.FirstOrDefault(argument =>
            argument.ArgumentKind == ArgumentKind.DefaultValue && known.IsToken(argument.Parameter?.Type))?.Parameter;
    }

    /// <summary>The position of a parameter among the arguments that are written at the call: the receiver of an extension is not one of them.</summary>
    public static string PositionOf(IParameterSymbol parameter, IInvocationOperation call)
    {
        var isExtension = call.TargetMethod.IsExtensionMethod
            && call.Syntax is InvocationExpressionSyntax syntax
            && syntax.ArgumentList.Arguments.Count < call.Arguments.Count(static argument => argument.ArgumentKind != ArgumentKind.DefaultValue);
        return (parameter.Ordinal - (isExtension ? 1 : 0)).ToString(CultureInfo.InvariantCulture);
    }

    private static bool IsInitialiser(IInvocationOperation call, ILocalSymbol local)
    {
        IOperation value = call;
        while (value.Parent is IConversionOperation or IParenthesizedOperation or IInvocationOperation or IArgumentOperation)
        {
            value = value.Parent;
        }

        return value.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }
            && SymbolEqualityComparer.Default.Equals(declarator.Symbol, local);
    }
}
