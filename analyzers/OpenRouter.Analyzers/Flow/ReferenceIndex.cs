using System.Collections.Generic;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Flow;

/// <summary>Where locals and parameters are mentioned in a body, nested functions included.</summary>
internal sealed class ReferenceIndex
{
    private readonly Dictionary<ISymbol, List<IOperation>> _references = new(SymbolEqualityComparer.Default);

    public static ReferenceIndex Of(IEnumerable<IOperation> blocks)
    {
        var index = new ReferenceIndex();
        foreach (var block in blocks)
        {
            foreach (var operation in block.DescendantsAndSelf())
            {
                index.Add(operation);
            }
        }

        return index;
    }

    public void Add(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                Add(local.Local, local);
                break;
            case IParameterReferenceOperation parameter:
                Add(parameter.Parameter, parameter);
                break;
        }
    }

    public IReadOnlyList<IOperation> Of(ISymbol symbol)
    {
        return _references.TryGetValue(symbol, out var found) ? found : [];
    }

    private void Add(ISymbol symbol, IOperation reference)
    {
        if (!_references.TryGetValue(symbol, out var list))
        {
            _references.Add(symbol, list = []);
        }

        list.Add(reference);
    }
}
