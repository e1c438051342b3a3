using System;
using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Rules.OR3004_CombineSettings;

/// <summary>
/// The steps that certainly follow one another on the builder in a local or a parameter: statements of one block. Where the
/// builder is sent, handed on, or exchanged, a new sequence begins.
/// </summary>
internal sealed class SettingSequences
{
    private readonly BodyContext _body;
    private readonly ISymbol _builder;
    private readonly Action<IReadOnlyList<IInvocationOperation>> _found;
    private readonly Dictionary<IOperation, List<IInvocationOperation>> _open = new();

    private SettingSequences(BodyContext body, ISymbol builder, Action<IReadOnlyList<IInvocationOperation>> found)
    {
        _body = body;
        _builder = builder;
        _found = found;
    }

    public static void Visit(BodyContext body, ISymbol builder, Action<IReadOnlyList<IInvocationOperation>> found)
    {
        var sequences = new SettingSequences(body, builder, found);
        var declarator = body.Facts.DeclaratorOf(builder);
        if (declarator?.GetVariableInitializer()?.Value is { } first)
        {
            sequences.Add(SettingChain.To(first, body.Known));
        }

        foreach (var mention in body.Facts.References.Of(builder).OrderBy(static mention => mention.Syntax.SpanStart))
        {
            sequences.Visit(mention);
        }

        sequences.Close();
    }

    private void Visit(IOperation mention)
    {
        if (mention.Parent is ISimpleAssignmentOperation assignment && assignment.Target == mention)
        {
            var given = SettingChain.To(assignment.Value, _body.Known);
            if (!IsBuilder(given.Root))
            {
                Close();
                Add(given);
            }

            return;
        }

        var chain = SettingChain.From(mention, _body.Known);
        Add(chain);
        if (!IsStatement(chain.End))
        {
            Close();
        }
    }

    private void Add(SettingChain chain)
    {
        if (chain.Steps.Count == 0 || BlockOf(chain.End) is not { } block)
        {
            return;
        }

        if (!_open.TryGetValue(block, out var steps))
        {
            _open.Add(block, steps = []);
        }

        steps.AddRange(chain.Steps);
    }

    private void Close()
    {
        foreach (var steps in _open.Values.Where(static steps => steps.Count > 1))
        {
            _found(steps);
        }

        _open.Clear();
    }

    private bool IsBuilder(IOperation operation)
    {
        return operation switch
        {
            ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, _builder),
            IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, _builder),
            _ => false,
        };
    }

    // Nothing but steps, the builder put into the same variable again included.
    private bool IsStatement(IOperation end)
    {
        var value = end.Parent is ISimpleAssignmentOperation assignment && IsBuilder(assignment.Target) ? assignment : end;
        return value.Parent is IExpressionStatementOperation;
    }

    /// <summary>The block whose statement works the value out, whatever happens inside of the statement.</summary>
    private static IOperation? BlockOf(IOperation value)
    {
        while (true)
        {
            switch (value.Parent)
            {
                case IBlockOperation block:
                    return block;
                case IForEachLoopOperation loop when loop.Collection == value:
                case IInvocationOperation or IArgumentOperation or IAwaitOperation or IConversionOperation or IParenthesizedOperation or ISimpleAssignmentOperation:
                case IVariableInitializerOperation or IVariableDeclaratorOperation or IVariableDeclarationOperation or IVariableDeclarationGroupOperation:
                case IExpressionStatementOperation or IReturnOperation:
                    value = value.Parent;
                    continue;
                default:
                    return null;
            }
        }
    }
}
