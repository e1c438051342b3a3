using System;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Rules.OR6002_ReuseClient;

/// <summary>Whether a client is for one caller or one key: such a client cannot be shared.</summary>
internal static class ClientKey
{
    public static bool IsOfCaller(IOperation creation, BodyContext body)
    {
        return creation.Descendants().Any(operation => operation switch
        {
            // A client around another one, which is shared.
            IArgumentOperation argument when body.Known.IsApiClient(argument.Value is IConversionOperation conversion ? conversion.Operand.Type : argument.Value.Type) => true,
            IParameterReferenceOperation parameter => !IsSettings(parameter.Parameter.Type),
            ILocalReferenceOperation local => IsOfRoundOrCaller(local.Local, creation, body),
            _ => false,
        });
    }

    // A local that a loop declares, or one that was made from what the caller gave.
    private static bool IsOfRoundOrCaller(ILocalSymbol local, IOperation creation, BodyContext body)
    {
        for (var around = creation.Parent; around is not null; around = around.Parent)
        {
            if (around is IForEachLoopOperation or IForLoopOperation && ((ILoopOperation)around).Locals.Contains(local, SymbolEqualityComparer.Default))
            {
                return true;
            }
        }

        foreach (var block in body.Facts.Blocks)
        {
            foreach (var declarator in block.DescendantsAndSelf().OfType<IVariableDeclaratorOperation>())
            {
                if (SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))
                {
                    return declarator.Descendants().Any(static operation => operation is IParameterReferenceOperation parameter && !IsSettings(parameter.Parameter.Type));
                }
            }
        }

        return false;
    }

    // Services and settings are the same for every request.
    private static bool IsSettings(ITypeSymbol type)
    {
        return type.TypeKind == TypeKind.Interface
            || type.Name.EndsWith("Options", StringComparison.Ordinal)
            || type.Name.EndsWith("Settings", StringComparison.Ordinal)
            || type.Name.EndsWith("Configuration", StringComparison.Ordinal)
            || type.Name is "HttpClient";
    }
}
