using Microsoft.CodeAnalysis;

namespace OpenRouter.Analyzers.Flow;

/// <summary>A value that is known when the program is compiled, and the place where it is written or named.</summary>
internal sealed class ConstantValue
{
    public ConstantValue(object value, SyntaxNode syntax)
    {
        Value = value;
        Syntax = syntax;
    }

    public object Value { get; }

    /// <summary>The literal, the expression that is constant, or the name of a constant.</summary>
    public SyntaxNode Syntax { get; }
}
