using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR6002_ReuseClient;

/// <summary>Whether a new client may live on: it is stored, returned or handed to somebody else.</summary>
internal static class KeptClient
{
    public static bool IsKept(IOperation creation, BodyContext body, bool membersCount)
    {
        var value = creation;
        while (value.Parent is IConversionOperation or IParenthesizedOperation or ICoalesceOperation or IConditionalOperation { Type: not null })
        {
            value = value.Parent;
        }

        return value.Parent switch
        {
            // What is taken out of it holds on to it, until that has sent a request and is gone as well.
            IPropertyReferenceOperation or IInvocationOperation => !SpentClient.IsSpent(value, body),
            IUsingOperation or IExpressionStatementOperation => false,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => IsKept(declarator, creation, body),
            IAssignmentOperation assignment => membersCount || !IsOwnMember(assignment.Target),
            IFieldInitializerOperation field => membersCount || field.InitializedFields.Any(static symbol => symbol.IsStatic),
            IPropertyInitializerOperation property => membersCount || property.InitializedProperties.Any(static symbol => symbol.IsStatic),
            _ => true,
        };
    }

    private static bool IsKept(IVariableDeclaratorOperation declarator, IOperation creation, BodyContext body)
    {
        // Disposed at the end of its block, whoever has seen it meanwhile.
        if (declarator.Syntax.FirstAncestorOrSelf<StatementSyntax>() is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword } or UsingStatementSyntax)
        {
            return false;
        }

        IReadOnlyList<IOperation> mentions = body.Facts.References.Of(declarator.Symbol);
        return mentions.Count == 0 || !mentions.All(mention => SpentClient.IsSpent(mention, body) && !(IsInOtherFunction(mention, creation)));
    }

    private static bool IsInOtherFunction(IOperation mention, IOperation creation)
    {
        return EnclosingFunction.Of(mention) != EnclosingFunction.Of(creation);
    }

    private static bool IsOwnMember(IOperation target)
    {
        return target is IFieldReferenceOperation { Field.IsStatic: false, Instance: IInstanceReferenceOperation }
            or IPropertyReferenceOperation { Property.IsStatic: false, Instance: IInstanceReferenceOperation };
    }
}
