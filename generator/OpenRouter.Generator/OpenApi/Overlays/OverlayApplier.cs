using System;
using System.Threading;
using OpenRouter.Generator.Problems;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi.Overlays;

/// <summary>Applies the actions of an OpenAPI Overlay 1.0 file to a document's tree, in order.</summary>
internal static class OverlayApplier
{
    public static void Apply(Node overlay, Node document, ProblemList problems, CancellationToken cancellationToken)
    {
        if (overlay.String("overlay") is not { } version || !version.StartsWith("1.", StringComparison.Ordinal))
        {
            problems.Add(ProblemRule.InvalidOverlay, overlay.Span, "An overlay starts with 'overlay: 1.0.0'; this file is left out.");
            return;
        }

        foreach (var action in overlay["actions"]?.Items ?? [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            ApplyAction(action, document, problems);
        }
    }

    private static void ApplyAction(Node action, Node document, ProblemList problems)
    {
        if (action["target"] is not { Kind: NodeKind.String } target)
        {
            problems.Add(ProblemRule.InvalidOverlay, action.Span, "An overlay action needs a 'target'.");
            return;
        }

        if (JsonPath.Parse(target.Text, out var error) is not { } path)
        {
            problems.Add(ProblemRule.InvalidOverlay, target.Span, $"The target '{target.Text}' is no JSONPath: {error}.");
            return;
        }

        var matches = path.Select(document);
        if (matches.Count == 0)
        {
            problems.Add(ProblemRule.OverlayMatchesNothing, target.Span, $"The target '{target.Text}' matches nothing in the document.");
        }

        foreach (var match in matches)
        {
            if (action["remove"] is { IsTrue: true })
            {
                match.Parent?.Remove(match.Node);
            }
            else if (action["update"] is { } update)
            {
                Update(match, update);
            }
        }
    }

    private static void Update(JsonPathMatch match, Node update)
    {
        if (match.Node.IsArray)
        {
            match.Node.Items.Add(update.Copy());
        }
        else
        {
            Merge(match.Node, update);
        }
    }

    private static void Merge(Node target, Node update)
    {
        foreach (var member in update.Members)
        {
            var existing = target[member.Name];
            if (existing is { IsObject: true } && member.Value.IsObject)
            {
                Merge(existing, member.Value);
            }
            else if (existing is { IsArray: true } && member.Value.IsArray)
            {
                foreach (var item in member.Value.Items)
                {
                    existing.Items.Add(item.Copy());
                }
            }
            else
            {
                target.Set(member.Name, member.NameSpan, member.Value.Copy());
            }
        }
    }
}
