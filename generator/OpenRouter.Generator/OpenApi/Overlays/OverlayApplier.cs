using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using OpenRouter.Generator.OpenApi.JsonPaths;
using OpenRouter.Generator.Problems;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi.Overlays;

/// <summary>Applies the actions of an OpenAPI Overlay 1.x file to a document's tree, in order.</summary>
internal sealed class OverlayApplier
{
    private readonly Node _document;
    private readonly ProblemList _problems;
    private readonly OverlayMerger _merger;

    private OverlayApplier(Node document, bool replacesScalars, ProblemList problems)
    {
        _document = document;
        _problems = problems;
        _merger = new OverlayMerger(replacesScalars, problems);
    }

    public static void Apply(Node overlay, Node document, ProblemList problems, CancellationToken cancellationToken)
    {
        if (overlay.String("overlay") is not { } version || !version.StartsWith("1.", StringComparison.Ordinal))
        {
            problems.Add(ProblemRule.InvalidOverlay, (overlay["overlay"] ?? overlay).Span, "An overlay starts with 'overlay: 1.0.0'; this file is left out.");
            return;
        }

        if (overlay["actions"] is not { IsArray: true, Items.Count: > 0 } actions)
        {
            problems.Add(ProblemRule.InvalidOverlay, (overlay["actions"] ?? overlay).Span, "An overlay has a list of 'actions', with one at least.");
            return;
        }

        // Overlay 1.0 only changes objects and lists; from 1.1 on an action may replace a text or a number.
        var applier = new OverlayApplier(document, !version.StartsWith("1.0", StringComparison.Ordinal), problems);
        foreach (var action in actions.Items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            applier.ApplyAction(action);
        }
    }

    private void ApplyAction(Node action)
    {
        if (action["target"] is not { Kind: NodeKind.String } target)
        {
            _problems.Add(ProblemRule.InvalidOverlay, action.Span, "An overlay action needs a 'target'.");
            return;
        }

        if (Select(target) is not { } matches)
        {
            return;
        }

        if (matches.Count == 0)
        {
            _problems.Add(ProblemRule.OverlayMatchesNothing, target.Span, $"The target '{target.Text}' matches nothing in the document.");
        }
        else if (action["remove"] is { IsTrue: true })
        {
            Remove(matches, target);
        }
        else if (ChangeOf(action) is { } change)
        {
            matches.ForEach(match => _merger.Update(match, change, target));
        }
    }

    /// <summary>The selected nodes, each once; null, and a problem, when the path is none.</summary>
    private List<JsonPathMatch>? Select(Node text)
    {
        if (JsonPath.Parse(text.Text, out var error) is { } path)
        {
            return path.Select(_document).Distinct().ToList();
        }

        _problems.Add(ProblemRule.InvalidOverlay, text.Span, $"'{text.Text}' is no JSONPath: {error}.");
        return null;
    }

    private void Remove(List<JsonPathMatch> matches, Node target)
    {
        foreach (var match in matches)
        {
            if (match.Parent is { } parent)
            {
                parent.Remove(match.Node);
            }
            else
            {
                _problems.Add(ProblemRule.InvalidOverlay, target.Span, "The whole document cannot be removed.");
            }
        }
    }

    /// <summary>What is to be merged: the action's own value, or a copy of another place of the document (Overlay 1.1).</summary>
    private Node? ChangeOf(Node action)
    {
        if (action["update"] is { } update)
        {
            return update;
        }

        if (action["copy"] is not { } copy)
        {
            _problems.Add(ProblemRule.OverlayUpdateIgnored, action.Span, "The action has neither 'update' nor 'remove: true' nor 'copy': it changes nothing.");
            return null;
        }

        if (Select(copy) is not { } sources)
        {
            return null;
        }

        if (sources.Count != 1)
        {
            _problems.Add(ProblemRule.InvalidOverlay, copy.Span, $"'copy' must select one value; '{copy.Text}' selects {(sources.Count == 0 ? "none" : "several")}.");
            return null;
        }

        return sources[0].Node.Copy();
    }
}
