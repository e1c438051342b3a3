using System.Text;
using System.Text.RegularExpressions;

using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Analyzers.Tests.Harness;

/// <summary>A test source, freed of its marks: <c>[|text|]</c> for the rule under test, <c>{|OR1001:text|}</c> for a named one.</summary>
internal sealed partial record MarkedSource(string Text, IReadOnlyList<(string? Id, TextSpan Span)> Marks)
{
    public static MarkedSource Parse(string source)
    {
        var text = new StringBuilder();
        var open = new Stack<(string? Id, int Start)>();
        var marks = new List<(string? Id, TextSpan Span)>();
        var last = 0;
        foreach (Match match in Mark().Matches(source))
        {
            text.Append(source, last, match.Index - last);
            last = match.Index + match.Length;
            if (match.Value is "|]" or "|}")
            {
                var (id, start) = open.Pop();
                marks.Add((id, TextSpan.FromBounds(start, text.Length)));
            }
            else
            {
                open.Push((match.Groups["id"].Success ? match.Groups["id"].Value : null, text.Length));
            }
        }

        text.Append(source, last, source.Length - last);
        Assert.Empty(open);
        return new MarkedSource(text.ToString(), [.. marks.OrderBy(mark => mark.Span.Start)]);
    }

    // A list pattern such as [|] does not occur; an array rank [,] is not matched.
    [GeneratedRegex(@"\[\||\|\]|\{\|(?<id>[A-Z]+[0-9]+):|\|\}")]
    private static partial Regex Mark();
}
