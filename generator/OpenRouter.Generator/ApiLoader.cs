using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using OpenRouter.Generator.Api;
using OpenRouter.Generator.OpenApi;
using OpenRouter.Generator.OpenApi.Overlays;
using OpenRouter.Generator.OpenApi.References;
using OpenRouter.Generator.Problems;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator;

/// <summary>Runs the first three stages over one document and its overlays: text, document, API model.</summary>
internal static class ApiLoader
{
    public static ApiModel Load(DocumentInput input, CancellationToken cancellationToken)
    {
        var problems = new ProblemList();
        foreach (var misunderstood in input.Document.Settings.Misunderstood)
        {
            problems.Add(ProblemRule.UnknownSetting, SourceSpan.StartOf(input.Document.Path), misunderstood);
        }

        var model = Build(input, problems, cancellationToken);
        return model with { Problems = new EquatableList<Problem>(input.Document.Settings.Problems.Apply(problems.Items)) };
    }

    private static ApiModel Build(DocumentInput input, ProblemList problems, CancellationToken cancellationToken)
    {
        if (ReadWithOverlays(input, problems, cancellationToken) is not { } root)
        {
            return ApiModel.Empty;
        }

        var files = new SchemaFiles(
            input.Schemas.Select(static file => file.Path),
            path => ReadTree(input.Schemas.First(file => file.Path == path), problems, cancellationToken));
        return DocumentReader.Read(root, files, problems, cancellationToken) is { } read
            ? ApiModelBuilder.Build(read, input.Document.Settings, problems, cancellationToken)
            : ApiModel.Empty;
    }

    /// <summary>The tree of a document after its overlays; null when the document cannot be read.</summary>
    public static Node? ReadWithOverlays(DocumentInput input, ProblemList problems, CancellationToken cancellationToken)
    {
        if (ReadTree(input.Document, problems, cancellationToken) is not { } root)
        {
            return null;
        }

        foreach (var overlay in input.Overlays)
        {
            if (ReadTree(overlay, problems, cancellationToken) is not { } tree)
            {
                continue;
            }

            if (input.OverlaysAreChosen || DocumentInput.IsFor(overlay, tree.String("extends"), input.Document, input.IsOnly))
            {
                OverlayApplier.Apply(tree, root, problems, cancellationToken);
            }
            else
            {
                var place = tree["extends"] ?? tree;
                problems.Add(ProblemRule.OverlayOfAnotherDocument, place.Span, $"The overlay is for none of the documents of this project and is not applied. Call it '{input.Document.Stem}.overlay.…' or say 'extends: {input.Document.Name}'.");
            }
        }

        return root;
    }

    /// <summary>The documents of a project in name order, each with the files that belong to it.</summary>
    public static IEnumerable<DocumentInput> Pair(IEnumerable<InputFile> files)
    {
        var sorted = files.OrderBy(static file => file.Path, StringComparer.Ordinal).ToList();
        var documents = sorted.FindAll(static file => file.Kind == InputKind.Document);
        var overlays = sorted.FindAll(static file => file.Kind == InputKind.Overlay);
        var isOnly = documents.Count == 1;
        bool IsFor(InputFile overlay, InputFile document) => DocumentInput.IsFor(overlay, OverlayTarget.In(overlay.Content), document, isOnly);
        foreach (var document in documents)
        {
            // The first document also gets the overlays that are for none: it tells so.
            var own = overlays.FindAll(overlay => IsFor(overlay, document) || (document == documents[0] && !documents.Exists(other => IsFor(overlay, other))));
            var schemas = sorted.FindAll(file => file.Kind == InputKind.Schema || (file.Kind == InputKind.Document && file != document && MayReferTo(document, file)));
            yield return new DocumentInput(document, new EquatableList<InputFile>(own), new EquatableList<InputFile>(schemas), isOnly);
        }
    }

    /// <summary>A document that does not even name another one is not read again when that one changes.</summary>
    private static bool MayReferTo(InputFile document, InputFile other) =>
        document.Content.IndexOf(other.Name, StringComparison.Ordinal) >= 0;

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
