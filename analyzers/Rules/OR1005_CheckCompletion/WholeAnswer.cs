using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR1005_CheckCompletion;

/// <summary>Which calls bring an answer as a whole, one that has both text and an end.</summary>
internal static class WholeAnswer
{
    /// <summary>The type of the answer, or nothing when the call brings none that the rule can judge.</summary>
    public static ITypeSymbol? TypeOf(IInvocationOperation call, BodyContext body)
    {
        var known = body.Known;
        return call.Type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 1 } task
            && task.TypeArguments[0] is { } answer
            && known.ChunkOf(answer) is null
            && known.Members.ReachesEnd(answer)
            && known.Members.Reaches(answer, known.Annotations.ModelText)
            && !body.IsListed(call.TargetMethod, RuleOptions.TrustedConsumers)
            && (known.IsSendingMethod(call.TargetMethod) || IsCollectedHere(call, body))
                ? answer
                : null;
    }

    private static bool IsCollectedHere(IInvocationOperation call, BodyContext body)
    {
        // A collector that stands outside of the stream is somebody's own, and has looked. One that is given a place to write to hands the end on with the text.
        return call.Instance is { } instance
            && body.Known.ChunkOf(instance.Type) is not null
            && call.Arguments.All(argument => argument.ArgumentKind == ArgumentKind.DefaultValue || body.Known.IsToken(argument.Parameter?.Type))
            && StreamExpression.TryFind(instance, body.Known) is { } stream
            && !IsAskedElsewhere(stream.Source, body);
    }

    // A stream that is still held can tell how it ended after it was collected.
    private static bool IsAskedElsewhere(IOperation source, BodyContext body)
    {
        return source switch
        {
            ILocalReferenceOperation local => body.Facts.References.Of(local.Local).Any(mention => mention != local && !SaysNothing(mention)),
            IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation => true,
            _ => false,
        };
    }

    private static bool SaysNothing(IOperation mention)
    {
        return mention.Parent switch
        {
            IPropertyReferenceOperation property => property.Property.Type.SpecialType == SpecialType.System_String
                || (property.Parent is ISimpleAssignmentOperation assignment && assignment.Target == property),
            ISimpleAssignmentOperation assignment => assignment.Target == mention,
            IUsingOperation => true,
            _ => false,
        };
    }
}
