using System;
using System.Collections.Generic;
using OpenRouter.Generator.Api;
using OpenRouter.Generator.Problems;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator;

/// <summary>A document of the project and what becomes of it.</summary>
internal sealed record LoadedDocument(string Path, ApiModel Model)
{
    /// <summary>
    /// The models of all documents. Two of them in one namespace would declare the same types, and one file emitted twice would
    /// cost all output: the first keeps the namespace, the other is left out and says so.
    /// </summary>
    public static IEnumerable<ApiModel> WithoutClashes(IEnumerable<LoadedDocument> documents)
    {
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (path, model) in documents)
        {
            if (model.RootNamespace.Length == 0 || !owners.TryGetValue(model.RootNamespace, out var owner))
            {
                owners[model.RootNamespace] = path;
                yield return model;
                continue;
            }

            var message = $"The namespace '{model.RootNamespace}' belongs to {FileName(owner)} already; nothing is generated from this document. Give it an OpenRouterNamespace of its own.";
            var problem = new Problem(ProblemRule.NamespaceClash, SourceSpan.StartOf(path), message);
            yield return ApiModel.Empty with { Problems = new EquatableList<Problem>([problem]) };
        }
    }

    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
