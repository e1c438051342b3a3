using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using OpenRouter.Generator.Api;
using OpenRouter.Generator.Api.Operations;
using OpenRouter.Generator.Emit;
using OpenRouter.Generator.Problems;

namespace OpenRouter.Generator;

/// <summary>Turns OpenAPI documents among the additional files into clients. Text, document, API model, source: one stage after the other.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class OpenRouterGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => InputKindReader.Read(pair.Left, pair.Right) != InputKind.None)
            .Select(static (pair, token) => ReadFile(pair.Left, pair.Right, token))
            .WithTrackingName(PipelineSteps.Files);
        var host = HostProject.Of(context);
        var models = files
            .Collect()
            .SelectMany(static (all, _) => ApiLoader.Pair(all))
            .Select(static (input, token) => new LoadedDocument(input.Document.Path, ApiLoader.Load(input, token)))
            .Collect()
            .Combine(host)
            .SelectMany(static (all, _) => LoadedDocument.WithoutClashes(all.Left, all.Right))
            .WithTrackingName(PipelineSteps.Model);
        var objects = models.SelectMany(static (model, _) => model.Objects).WithTrackingName(PipelineSteps.Objects);
        var enums = models.SelectMany(static (model, _) => model.Enums).WithTrackingName(PipelineSteps.Enums);
        var unions = models.SelectMany(static (model, _) => model.Unions).WithTrackingName(PipelineSteps.Unions);
        var groups = models.SelectMany(static (model, _) => WithNamespace(model)).WithTrackingName(PipelineSteps.Groups);
        var builders = groups.SelectMany(static (group, _) => Builders(group)).WithTrackingName(PipelineSteps.Builders);
        var problems = models.SelectMany(static (model, _) => model.Problems).WithTrackingName(PipelineSteps.Problems);

        context.RegisterSourceOutput(objects, static (output, model) => Add(output, EmittedFiles.Of(model)));
        context.RegisterSourceOutput(enums, static (output, model) => Add(output, [EmittedFiles.Of(model)]));
        context.RegisterSourceOutput(unions, static (output, model) => Add(output, [EmittedFiles.Of(model)]));
        context.RegisterSourceOutput(groups, static (output, group) => Add(output, EmittedFiles.Of(group.Group, group.Namespace)));
        context.RegisterSourceOutput(builders, static (output, builder) => Add(output, EmittedFiles.Of(builder.Builder, builder.Namespace)));
        context.RegisterSourceOutput(models.Select(static (model, _) => model.Client), static (output, client) => Add(output, EmittedFiles.Of(client)));
        context.RegisterSourceOutput(models.Select(static (model, _) => model.JsonContext), static (output, json) => Add(output, EmittedFiles.Of(json)));
        context.RegisterSourceOutput(problems, static (output, problem) => output.ReportDiagnostic(ProblemReporter.ToDiagnostic(problem)));
    }

    private static InputFile ReadFile(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken) =>
        new(file.Path, InputKindReader.Read(file, options), file.GetText(cancellationToken)?.ToString() ?? "", SettingsReader.Read(options, file));

    private static IEnumerable<(GroupModel Group, string Namespace)> WithNamespace(ApiModel model)
    {
        foreach (var group in model.Groups)
        {
            yield return (group, EmittedFiles.ApiNamespace(model));
        }
    }

    private static IEnumerable<(BuilderModel Builder, string Namespace)> Builders((GroupModel Group, string Namespace) group)
    {
        foreach (var builder in group.Group.Builders)
        {
            yield return (builder, group.Namespace);
        }
    }

    private static void Add(SourceProductionContext output, IEnumerable<EmittedFile> files)
    {
        foreach (var file in files)
        {
            output.AddSource(file.Name, file.Text);
        }
    }
}
