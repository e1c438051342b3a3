using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Flow;

/// <summary>What a body gives to parameters and properties of a client that carry annotations. Found once, for all rules about settings.</summary>
internal sealed class GivenValues
{
    private static readonly ConditionalWeakTable<BodyFacts, GivenValues> s_values = new();

    private readonly List<GivenValue> _all = [];

    private GivenValues(BodyFacts facts)
    {
        foreach (var block in facts.Blocks)
        {
            foreach (var operation in block.DescendantsAndSelf())
            {
                Add(operation);
            }
        }
    }

    /// <summary>The values that are given to members with the annotation, in the order of the source.</summary>
    public static IEnumerable<GivenValue> To(Annotation annotation, BodyContext body)
    {
        return annotation.Exists ? Of(body).Where(given => annotation.IsOn(given.Receiver)) : [];
    }

    private static IReadOnlyList<GivenValue> Of(BodyContext body)
    {
        return s_values.GetValue(body.Facts, static facts => new GivenValues(facts))._all;
    }

    private void Add(IOperation operation)
    {
        switch (operation)
        {
            // What the client itself gives when nothing is written is not the caller's.
            case IArgumentOperation { ArgumentKind: not ArgumentKind.DefaultValue, Parameter: { } parameter } argument when IsAnnotated(parameter):
                _all.Add(new GivenValue(parameter, argument.Value));
                break;
            case IAssignmentOperation { Target: IPropertyReferenceOperation target } assignment
                when assignment is ISimpleAssignmentOperation or ICoalesceAssignmentOperation && IsAnnotated(target.Property):
                _all.Add(new GivenValue(target.Property, assignment.Value));
                break;
            case IConversionOperation { OperatorMethod.Parameters: { Length: 1 } parameters } conversion when IsAnnotated(parameters[0]):
                _all.Add(new GivenValue(parameters[0], conversion.Operand));
                break;
        }
    }

    private static bool IsAnnotated(ISymbol symbol)
    {
        return symbol.OriginalDefinition.GetAttributes().Any(static attribute => attribute.AttributeClass?.ContainingNamespace?.Name == "Annotations");
    }
}
