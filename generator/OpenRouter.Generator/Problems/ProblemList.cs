using System.Collections.Generic;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.Problems;

/// <summary>Collects problems while a document is read; the same problem at the same place is kept once.</summary>
internal sealed class ProblemList
{
    private readonly HashSet<Problem> _seen = [];

    public List<Problem> Items { get; } = [];

    public void Add(ProblemRule rule, SourceSpan span, string message)
    {
        var problem = new Problem(rule, span, message);
        if (_seen.Add(problem))
        {
            Items.Add(problem);
        }
    }
}
