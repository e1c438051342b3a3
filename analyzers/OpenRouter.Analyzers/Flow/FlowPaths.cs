using System;
using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Flow;

/// <summary>
/// Which of some places of a function can be run after one another. Places are known by their syntax. Ways that exceptions
/// take are none: a handler is reached from nowhere, and what follows a <c>try</c> from its end.
/// </summary>
internal sealed class FlowPaths
{
    private readonly ControlFlowGraph _graph;
    private readonly List<SyntaxNode>[] _placesOfBlocks;
    private readonly Dictionary<SyntaxNode, (int Block, int Index)> _positions = new();

    private FlowPaths(ControlFlowGraph graph, Func<IOperation, bool> isPlace)
    {
        _graph = graph;
        _placesOfBlocks = new List<SyntaxNode>[graph.Blocks.Length];
        foreach (var block in graph.Blocks)
        {
            var places = new List<SyntaxNode>();
            foreach (var operation in block.BranchValue is { } branch ? block.Operations.Append(branch) : block.Operations)
            {
                Add(operation, isPlace, places);
            }

            _placesOfBlocks[block.Ordinal] = places;
            for (var index = 0; index < places.Count; index++)
            {
                _positions[places[index]] = (block.Ordinal, index);
            }
        }
    }

    public IEnumerable<SyntaxNode> Places => _positions.Keys;

    public static FlowPaths Of(ControlFlowGraph graph, Func<IOperation, bool> isPlace)
    {
        return new FlowPaths(graph, isPlace);
    }

    public bool Has(SyntaxNode place)
    {
        return _positions.ContainsKey(place);
    }

    /// <summary>Whether a way leads from behind one place to another without passing certain others.</summary>
    public bool Leads(SyntaxNode from, SyntaxNode to, params SyntaxNode[] without)
    {
        var (block, index) = _positions[from];
        return Search(block, index + 1, to, without);
    }

    /// <summary>Whether the place can be reached from the beginning without passing another.</summary>
    public bool LeadsFromBeginning(SyntaxNode to, SyntaxNode without)
    {
        return Search(0, 0, to, [without]);
    }

    /// <summary>Whether a way leads from behind one place to the end without passing another.</summary>
    public bool LeadsToEnd(SyntaxNode from, SyntaxNode without)
    {
        var (block, index) = _positions[from];
        return Search(block, index + 1, null, [without]);
    }

    // In the order of evaluation: a value before what it is given to.
    private static void Add(IOperation operation, Func<IOperation, bool> isPlace, List<SyntaxNode> places)
    {
        if (operation is IFlowAnonymousFunctionOperation)
        {
            return;
        }

        foreach (var child in operation is IAssignmentOperation ? operation.ChildOperations.Reverse().ToList() : operation.ChildOperations.ToList())
        {
            Add(child, isPlace, places);
        }

        if (isPlace(operation))
        {
            places.Add(operation.Syntax);
        }
    }

    private bool Search(int block, int index, SyntaxNode? goal, SyntaxNode[] without)
    {
        var seen = new bool[_placesOfBlocks.Length];
        var pending = new Stack<(int Block, int Index)>();
        pending.Push((block, index));
        while (pending.Count > 0)
        {
            var (current, start) = pending.Pop();
            var next = _placesOfBlocks[current].Skip(start).FirstOrDefault(place => place == goal || without.Contains(place));
            if (next is not null)
            {
                if (next == goal)
                {
                    return true;
                }

                continue;
            }

            if (goal is null && _graph.Blocks[current].Kind == BasicBlockKind.Exit)
            {
                return true;
            }

            foreach (var branch in new[] { _graph.Blocks[current].FallThroughSuccessor, _graph.Blocks[current].ConditionalSuccessor })
            {
                if (branch?.Destination is { } destination && !seen[destination.Ordinal])
                {
                    seen[destination.Ordinal] = true;
                    pending.Push((destination.Ordinal, 0));
                }
            }
        }

        return false;
    }
}
