using System.Collections.Generic;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Flow;

/// <summary>Where locals, parameters, fields and properties are mentioned in a body, nested functions included.</summary>
internal sealed class ReferenceIndex
{
    private readonly ReferenceIndex? _shared;
    private readonly Dictionary<ISymbol, List<IOperation>> _references = new(SymbolEqualityComparer.Default);

    private ReferenceIndex(ReferenceIndex? shared)
    {
        _shared = shared;
    }

    public static ReferenceIndex Of(IEnumerable<IOperation> blocks)
    {
        var index = new ReferenceIndex(shared: null);
        foreach (var block in blocks)
        {
            foreach (var operation in block.DescendantsAndSelf())
            {
                index.Add(operation);
            }
        }

        return index;
    }

    /// <summary>An index that can be added to, over one that others read too.</summary>
    public static ReferenceIndex Over(ReferenceIndex shared)
    {
        return new ReferenceIndex(shared);
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
            case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member:
                Add(member.Member, member);
                break;
        }
    }

    public IReadOnlyList<IOperation> Of(ISymbol symbol)
    {
        return _references.TryGetValue(symbol, out var found) ? found : _shared?.Of(symbol) ?? [];
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
