using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Flow;

/// <summary>Which <c>?.</c> a placeholder of its receiver belongs to.</summary>
internal static class ConditionalAccess
{
    // The placeholder carries the syntax of the receiver, so it is matched by the identity of children, not by span.
    public static IOperation? OwnerOf(IOperation placeholder)
    {
        for (var child = placeholder; child.Parent is { } parent; child = parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == child)
            {
                return access;
            }
        }

        return null;
    }
}
