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
    /// <param name="documents">The documents of the project.</param>
    /// <param name="host">The project. If it cannot hold what would be emitted, each document says so and nothing else.</param>
    public static IEnumerable<ApiModel> WithoutClashes(IEnumerable<LoadedDocument> documents, HostProject host)
    {
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (path, model) in documents)
        {
            if (host.Obstacle(path) is { } obstacle)
            {
                yield return ApiModel.Empty with { Problems = new EquatableList<Problem>([obstacle]) };
                continue;
            }

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
