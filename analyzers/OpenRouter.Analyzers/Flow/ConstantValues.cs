using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Flow;

/// <summary>
/// Which constants a value can be: through choices, what stands behind <c>??</c>, locals, and the default value of a
/// parameter. A variable that is given something else too is followed only when the constant may still be in it.
/// </summary>
internal sealed class ConstantValues
{
    private const int Deepest = 12;

    private readonly BodyContext _body;
    private readonly bool _isCertain;
    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);
    private readonly List<ConstantValue> _found = [];

    private ConstantValues(BodyContext body, bool isCertain)
    {
        _body = body;
        _isCertain = isCertain;
    }

    /// <summary>The constants that the value can be; only through variables that never hold anything else, when it has to be certain.</summary>
    public static IReadOnlyList<ConstantValue> Reaching(IOperation value, BodyContext body, bool isCertain)
    {
        var constants = new ConstantValues(body, isCertain);
        constants.Visit(value, Deepest);
        return constants._found;
    }

    private void Visit(IOperation? value, int depth)
    {
        if (value is null || depth == 0)
        {
            return;
        }

        if (value is not (IConversionOperation { IsImplicit: true } or IParenthesizedOperation) && value.ConstantValue is { HasValue: true, Value: { } constant })
        {
            _found.Add(new ConstantValue(constant, value.Syntax));
            return;
        }

        switch (value)
        {
            case IConversionOperation conversion:
                Visit(conversion.Operand, depth - 1);
                break;
            case IParenthesizedOperation parenthesized:
                Visit(parenthesized.Operand, depth - 1);
                break;
            case ICoalesceOperation coalesce:
                Visit(coalesce.Value, depth - 1);
                Visit(coalesce.WhenNull, depth - 1);
                break;
            case IConditionalOperation choice:
                Visit(choice.WhenTrue, depth - 1);
                Visit(choice.WhenFalse, depth - 1);
                break;
            case ISwitchExpressionOperation choice:
                VisitAll(choice.Arms.Select(static arm => arm.Value), depth - 1);
                break;
            case IAssignmentOperation assignment when assignment is ISimpleAssignmentOperation or ICoalesceAssignmentOperation:
                Visit(assignment.Value, depth - 1);
                break;
            case IArrayCreationOperation { Initializer: { } initializer }:
                VisitAll(initializer.ElementValues, depth - 1);
                break;
            case IObjectCreationOperation { Initializer: { } initializer }:
                VisitAll(initializer.Initializers.OfType<IInvocationOperation>().SelectMany(static add => add.Arguments).Select(static argument => argument.Value), depth - 1);
                break;
            case ILocalReferenceOperation local:
                VisitVariable(local.Local, local, depth - 1);
                break;
            case IParameterReferenceOperation parameter:
                VisitVariable(parameter.Parameter, parameter, depth - 1);
                break;
            case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member:
                VisitMember(member);
                break;
            // The compiler that these rules are built against has no name for this operation yet.
            case { Syntax: CollectionExpressionSyntax }:
                VisitAll(value.ChildOperations.Where(static element => element.Syntax is not SpreadElementSyntax), depth - 1);
                break;
        }
    }

    private void VisitAll(IEnumerable<IOperation> values, int depth)
    {
        foreach (var value in values)
        {
            Visit(value, depth);
        }
    }

    private void VisitVariable(ISymbol variable, IOperation mention, int depth)
    {
        if (!_visited.Add(variable))
        {
            return;
        }

        if (AssignmentsTo(variable, out var isReplaced) is not { } assigned || (_isCertain && (assigned.Count > 0 || variable is IParameterSymbol)))
        {
            return;
        }

        // A first value that is replaced later is a draft: whether it is ever used is not asked here.
        if (VisitFirstValue(variable, mention, isReplaced, depth))
        {
            VisitAll(assigned, depth);
        }
    }

    private void VisitMember(IMemberReferenceOperation mention)
    {
        if (!_isCertain && _visited.Add(mention.Member) && AssignmentsTo(mention.Member, out var isReplaced) is not null && !isReplaced &&
            InitialValue.TryFind(mention.Member, mention, _body.CancellationToken) is { } first)
        {
            _found.Add(new ConstantValue(first, mention.Syntax));
        }
    }

    /// <summary>The values that a variable is given in the body, or nothing when it is changed in another way.</summary>
    private List<IOperation>? AssignmentsTo(ISymbol variable, out bool isReplaced)
    {
        var assigned = new List<IOperation>();
        isReplaced = false;
        foreach (var reference in _body.Facts.References.Of(variable))
        {
            switch (reference.Parent)
            {
                case ICoalesceAssignmentOperation coalesce when coalesce.Target == reference:
                    assigned.Add(coalesce.Value);
                    break;
                case ISimpleAssignmentOperation assignment when assignment.Target == reference:
                    assigned.Add(assignment.Value);
                    isReplaced = true;
                    break;
                case IAssignmentOperation assignment when assignment.Target == reference:
                case IIncrementOrDecrementOperation:
                case IArgumentOperation { Parameter.RefKind: not RefKind.None }:
                case ITupleOperation { Parent: IDeconstructionAssignmentOperation }:
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } }:
                    return null;
            }
        }

        return assigned;
    }

    /// <summary>Visits what the variable starts with; false when it starts with something that is replaced.</summary>
    private bool VisitFirstValue(ISymbol variable, IOperation mention, bool isReplaced, int depth)
    {
        var declaration = variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_body.CancellationToken);
        if (declaration is null || declaration.SyntaxTree != mention.Syntax.SyntaxTree)
        {
            return true;
        }

        if (variable is IParameterSymbol parameter)
        {
            if (!isReplaced && IsOfBody(parameter) && parameter.HasExplicitDefaultValue && parameter.ExplicitDefaultValue is { } first &&
                declaration is ParameterSyntax { Default.Value: { } written })
            {
                _found.Add(new ConstantValue(first, written));
            }

            return !isReplaced;
        }

        var given = mention.SemanticModel?.GetOperation(declaration, _body.CancellationToken) switch
        {
            IForEachLoopOperation loop => loop.Collection,
            IVariableDeclaratorOperation declarator => declarator.GetVariableInitializer()?.Value,
            _ => null,
        };
        if (given is not null && !isReplaced)
        {
            Visit(given, depth);
        }

        return given is null || !isReplaced;
    }

    private bool IsOfBody(IParameterSymbol parameter)
    {
        return SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _body.Owner)
            || parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction };
    }
}
