using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using OpenRouter.Generator.Api;
using OpenRouter.Generator.OpenApi;
using OpenRouter.Generator.OpenApi.Overlays;
using OpenRouter.Generator.Problems;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator;

/// <summary>Runs the first three stages over one document and its overlays: text, document, API model.</summary>
internal static class ApiLoader
{
    public static ApiModel Load(InputFile document, IReadOnlyList<InputFile> overlays, CancellationToken cancellationToken)
    {
        var problems = new ProblemList();
        foreach (var misunderstood in document.Settings.Misunderstood)
        {
            problems.Add(ProblemRule.UnknownSetting, new SourceSpan(document.Path, 0, 0, 0, 0, 0, 0), misunderstood);
        }

        var model = Build(document, overlays, problems, cancellationToken);
        return model with { Problems = new EquatableList<Problem>(document.Settings.Problems.Apply(problems.Items)) };
    }

    private static ApiModel Build(InputFile document, IReadOnlyList<InputFile> overlays, ProblemList problems, CancellationToken cancellationToken)
    {
        if (ReadTree(document, problems, cancellationToken) is not { } root)
        {
            return ApiModel.Empty;
        }

        foreach (var overlay in overlays)
        {
            if (ReadTree(overlay, problems, cancellationToken) is { } tree)
            {
                OverlayApplier.Apply(tree, root, problems, cancellationToken);
            }
        }

        return DocumentReader.Read(root, problems, cancellationToken) is { } read
            ? ApiModelBuilder.Build(read, document.Settings, problems, cancellationToken)
            : ApiModel.Empty;
    }

    /// <summary>The documents of a project, each with the overlays that share its stem (or all of them when it is the only one), in name order.</summary>
    public static IEnumerable<(InputFile Document, IReadOnlyList<InputFile> Overlays)> Pair(IEnumerable<InputFile> files)
    {
        var sorted = files.OrderBy(static file => file.Path, StringComparer.Ordinal).ToList();
        var documents = sorted.FindAll(static file => !file.IsOverlay);
        var overlays = sorted.FindAll(static file => file.IsOverlay);
        foreach (var document in documents)
        {
            yield return (document, documents.Count == 1 ? overlays : overlays.FindAll(overlay => overlay.Stem == document.Stem));
        }
    }

    private static Node? ReadTree(InputFile file, ProblemList problems, CancellationToken cancellationToken)
    {
        try
        {
            return file.IsYaml
                ? YamlTextReader.Read(file.Path, file.Content, cancellationToken)
                : JsonTextReader.Read(file.Path, file.Content, cancellationToken);
        }
        catch (TextProblemException exception)
        {
            var format = file.IsYaml ? "YAML" : "JSON";
            problems.Add(ProblemRule.Syntax, exception.Span, $"The file is not {format}: {exception.Message}.");
            return null;
        }
    }
}
