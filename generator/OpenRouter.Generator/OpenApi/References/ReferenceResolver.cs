using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Problems;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi.References;

/// <summary>
/// Finds what <c>$ref</c> points at: pointers and anchors in the same file, schemas with an identifier, and other files
/// that the project gives. Every reference that leads nowhere is reported where it stands.
/// </summary>
internal sealed class ReferenceResolver
{
    /// <summary>References that point through other references; more than these turn in a circle.</summary>
    private const int MaxHops = 16;

    private readonly DocumentTree _document;
    private readonly SchemaFiles _files;
    private readonly ProblemList _problems;
    private readonly Dictionary<Node, ReferenceTarget?> _known = [];
    private int _hops;

    public ReferenceResolver(Node root, SchemaFiles files, ProblemList problems)
    {
        _document = new DocumentTree(root.Path!, root);
        _files = files;
        _problems = problems;
    }

    /// <summary>The target of a <c>$ref</c> or of a mapping's value; null, and a problem, when there is none.</summary>
    public ReferenceTarget? Resolve(Node reference)
    {
        if (!_known.TryGetValue(reference, out var target))
        {
            target = Find(reference, out var problem);
            if (target is null)
            {
                var (rule, message) = problem;
                _problems.Add(rule, reference.Span, message);
            }

            _known[reference] = target;
        }

        return target;
    }

    /// <summary>The target if there is one; nothing is reported.</summary>
    public ReferenceTarget? TryResolve(Node reference) => Find(reference, out _);

    /// <summary>
    /// The target of a <c>$dynamicRef</c> or <c>$recursiveRef</c>. Which one it is may depend on the way by which a schema was
    /// reached; C# types are the same from everywhere, so only a name that stands once can be followed with certainty.
    /// </summary>
    public ReferenceTarget? ResolveDynamic(Node reference, bool isRecursive)
    {
        var home = FileOf(reference);
        if (isRecursive)
        {
            var around = home.ResourceAround(reference.Span);
            var anchor = SchemaResource.Around(reference.Span, around.RecursiveAnchors) ?? around.Root;
            return ReferenceEquals(anchor, _document.Root) ? Resolve(reference) : new ReferenceTarget(anchor, null);
        }

        var hash = reference.Text.IndexOf('#');
        var name = hash < 0 ? "" : reference.Text.Substring(hash + 1);
        var declared = home.Resources.Where(resource => resource.DynamicAnchors.Contains(name)).ToList();
        if (declared.Count > 1)
        {
            _problems.Add(
                ProblemRule.AmbiguousDynamicReference,
                reference.Span,
                $"The anchor '{name}' is declared by several schemas; the nearest one is taken wherever this schema is used.");
        }

        return Resolve(reference);
    }

    private DocumentTree FileOf(Node reference) =>
        reference.Path == _document.Path ? _document : _files.Opened(reference.Path!) ?? _document;

    private ReferenceTarget? Find(Node reference, out (ProblemRule Rule, string Message) problem)
    {
        problem = (ProblemRule.DanglingReference, $"The reference '{reference.Text}' points at nothing in this document; the value is treated as any JSON.");
        if (reference.Kind != NodeKind.String)
        {
            problem.Message = "A reference must be a text; the value is treated as any JSON.";
            return null;
        }

        var hash = reference.Text.IndexOf('#');
        var file = hash < 0 ? reference.Text : reference.Text.Substring(0, hash);
        var fragment = hash < 0 ? "" : reference.Text.Substring(hash + 1);
        var home = FileOf(reference);
        if (file.Length == 0)
        {
            var around = home.ResourceAround(reference.Span);
            return Locate(home, around, fragment) ?? LocateInHolder(around, reference, fragment);
        }

        if (FindById(home, home.ResourceAround(reference.Span).Resolve(file)) is (var owner, var resource))
        {
            return Locate(owner, resource, fragment);
        }

        if (FileReference.IsAddress(file))
        {
            problem = (ProblemRule.RemoteReference, $"The reference '{reference.Text}' is an address, and the generator never goes to the network. Download the file, add it to AdditionalFiles as 'name.schema.json', and refer to it by its name; the value is treated as any JSON.");
            return null;
        }

        var path = FileReference.Resolve(home.Path, file);
        var other = path == FileReference.Normalize(_document.Path) ? _document : _files.Open(path);
        if (other is null)
        {
            problem = (ProblemRule.MissingFile, $"The file '{path}' is not among the inputs. Add it to AdditionalFiles, named as '*.schema.json' or with OpenRouterInput=\"schema\"; the value is treated as any JSON.");
            return null;
        }

        problem.Message = $"The reference '{reference.Text}' points at nothing in the file '{path}'; the value is treated as any JSON.";
        return Locate(other, other.Resources[0], fragment);
    }

    private (DocumentTree File, SchemaResource Resource)? FindById(DocumentTree home, string id)
    {
        // Only an address can name a schema of a file that nothing has referred to by its path.
        var files = FileReference.IsAddress(id) ? _files.All().Prepend(_document) : [home, _document];
        foreach (var file in files)
        {
            foreach (var resource in file.Resources)
            {
                if (resource.Id == id)
                {
                    return (file, resource);
                }
            }
        }

        return null;
    }

    private ReferenceTarget? Locate(DocumentTree file, SchemaResource resource, string fragment)
    {
        if (fragment.Length > 0 && fragment[0] != '/')
        {
            return file.Resources.Prepend(resource).FirstOrDefault(candidate => candidate.Anchors.ContainsKey(fragment)) is { } holder
                ? new ReferenceTarget(holder.Anchors[fragment], fragment)
                : null;
        }

        var parts = JsonPointer.Parts(fragment);
        if (parts.Count == 0 && ReferenceEquals(resource.Root, _document.Root))
        {
            return null;
        }

        // Strictly a pointer stays in its resource; authors who add $id still write pointers from the root of the file.
        var node = JsonPointer.Find(resource.Root, parts, Follow)
            ?? (ReferenceEquals(resource.Root, file.Root) ? null : JsonPointer.Find(file.Root, parts, Follow));
        return node is null ? null : new ReferenceTarget(node, NameOf(file, parts));
    }

    /// <summary>Schemas that other tools made keep their definitions beside them and point at them as if they were a file of their own.</summary>
    private ReferenceTarget? LocateInHolder(SchemaResource resource, Node reference, string fragment)
    {
        var parts = fragment.Length > 0 && fragment[0] == '/' ? JsonPointer.Parts(fragment) : [];
        var fitting = parts.Count < 2 ? [] : resource.DefinitionHolders.Where(holder => JsonPointer.Find(holder, parts, Follow) is not null);
        return SchemaResource.Around(reference.Span, fitting) is { } found
            ? new ReferenceTarget(JsonPointer.Find(found, parts, Follow)!, parts[parts.Count - 1])
            : null;
    }

    private Node? Follow(Node node)
    {
        if (_hops > MaxHops)
        {
            return null;
        }

        _hops++;
        var target = TryResolve(node["$ref"]!)?.Node;
        _hops--;
        return target;
    }

    /// <summary>Names come from places where authors put schemas under a name; a way through other members suggests none.</summary>
    private string? NameOf(DocumentTree file, List<string> parts)
    {
        var isOther = !ReferenceEquals(file, _document);
        return parts.Count switch
        {
            0 => isOther ? FileReference.Stem(file.Path) : null,
            1 => isOther ? parts[0] : null,
            _ => parts[parts.Count - 2] is "$defs" or "definitions" || (isOther && parts[parts.Count - 2] == "schemas") ? parts[parts.Count - 1] : null,
        };
    }
}
