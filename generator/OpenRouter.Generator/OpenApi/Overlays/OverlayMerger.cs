using OpenRouter.Generator.OpenApi.JsonPaths;
using OpenRouter.Generator.Problems;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi.Overlays;

/// <summary>Merges the value of an overlay action into the nodes that its target selected.</summary>
internal sealed class OverlayMerger
{
    private readonly bool _replacesScalars;
    private readonly ProblemList _problems;

    public OverlayMerger(bool replacesScalars, ProblemList problems)
    {
        _replacesScalars = replacesScalars;
        _problems = problems;
    }

    public void Update(JsonPathMatch match, Node update, Node target)
    {
        if (match.Node.IsArray)
        {
            Append(match.Node, update);
        }
        else if (match.Node.IsObject && update.IsObject)
        {
            Merge(match.Node, update);
        }
        else if (match.Node.IsObject)
        {
            Ignore(target, "an object can only be updated by an object");
        }
        else if (update.IsObject || update.IsArray)
        {
            Ignore(target, "a single value cannot be updated by an object or a list");
        }
        else if (_replacesScalars && match.Parent is { } parent)
        {
            parent.Replace(match.Node, update.Copy());
        }
        else
        {
            Ignore(target, "Overlay 1.0 only updates objects and lists; select the object around the value, or say 'overlay: 1.1.0'");
        }
    }

    private void Ignore(Node target, string why) =>
        _problems.Add(ProblemRule.OverlayUpdateIgnored, target.Span, $"The target '{target.Text}' is not updated: {why}.");

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
                Append(existing, member.Value);
            }
            else if (existing is not ({ IsObject: true } or { IsArray: true }) || member.Value.Kind != NodeKind.Null)
            {
                // A name without a value, which YAML reads as null, is how authors hold a place; it takes nothing away.
                target.Set(member.Name, member.NamePlace, member.Value.Copy());
            }
        }
    }

    /// <summary>A list is joined to a list, as Overlay 1.1 says. By the letter of 1.0 it became one entry, which nothing in OpenAPI could use.</summary>
    private static void Append(Node list, Node update)
    {
        foreach (var item in update.IsArray ? update.Items : [update])
        {
            list.Items.Add(item.Copy());
        }
    }
}
