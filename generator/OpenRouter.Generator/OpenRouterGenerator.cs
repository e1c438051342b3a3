using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using OpenRouter.Generator.Api;
using OpenRouter.Generator.Api.Operations;
using OpenRouter.Generator.Api.Types;
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
        var models = files
            .Collect()
            .SelectMany(static (all, _) => ApiLoader.Pair(all))
            .Select(static (input, token) => new LoadedDocument(input.Document.Path, ApiLoader.Load(input, token)))
            .Collect()
            .SelectMany(static (all, _) => LoadedDocument.WithoutClashes(all))
            .WithTrackingName(PipelineSteps.Model);
        var objects = models.SelectMany(static (model, _) => model.Objects).WithTrackingName(PipelineSteps.Objects);
        var enums = models.SelectMany(static (model, _) => model.Enums).WithTrackingName(PipelineSteps.Enums);
        var unions = models.SelectMany(static (model, _) => model.Unions).WithTrackingName(PipelineSteps.Unions);
        var groups = models.SelectMany(static (model, _) => WithNamespace(model)).WithTrackingName(PipelineSteps.Groups);
        var builders = groups.SelectMany(static (group, _) => Builders(group)).WithTrackingName(PipelineSteps.Builders);
        var problems = models.SelectMany(static (model, _) => model.Problems).WithTrackingName(PipelineSteps.Problems);

        context.RegisterSourceOutput(objects, static (output, model) => AddObject(output, model));
        context.RegisterSourceOutput(enums, static (output, model) => output.AddSource(HintNames.Of(model.Namespace, model.Name), model.IsNumber ? NumberEnumEmitter.Emit(model) : EnumEmitter.Emit(model)));
        context.RegisterSourceOutput(unions, static (output, model) => output.AddSource(HintNames.Of(model.Namespace, model.Name), UnionEmitter.Emit(model)));
        context.RegisterSourceOutput(groups, static (output, group) => output.AddSource(HintNames.Of(group.Namespace, group.Group.ClassName), GroupEmitter.Emit(group.Group, group.Namespace)));
        context.RegisterSourceOutput(builders, static (output, builder) => EmitBuilder(output, builder.Builder, builder.Namespace));
        context.RegisterSourceOutput(models.Select(static (model, _) => model.Client), static (output, client) => EmitClient(output, client));
        context.RegisterSourceOutput(models.Select(static (model, _) => model.JsonContext), static (output, json) => EmitContext(output, json));
        context.RegisterSourceOutput(problems, static (output, problem) => output.ReportDiagnostic(ProblemReporter.ToDiagnostic(problem)));
    }

    private static InputFile ReadFile(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken) =>
        new(file.Path, InputKindReader.Read(file, options), file.GetText(cancellationToken)?.ToString() ?? "", SettingsReader.Read(options, file));

    private static IEnumerable<(GroupModel Group, string Namespace)> WithNamespace(ApiModel model)
    {
        foreach (var group in model.Groups)
        {
            yield return (group, model.Client!.RootNamespace + ".Api");
        }
    }

    private static IEnumerable<(BuilderModel Builder, string Namespace)> Builders((GroupModel Group, string Namespace) group)
    {
        foreach (var builder in group.Group.Builders)
        {
            yield return (builder, group.Namespace);
        }
    }

    private static void EmitBuilder(SourceProductionContext output, BuilderModel builder, string apiNamespace)
    {
        output.AddSource(HintNames.Of(apiNamespace, builder.Operation.BuilderName), BuilderEmitter.Emit(builder, apiNamespace));
        if (builder.OwnsBase)
        {
            output.AddSource(HintNames.Of(apiNamespace, builder.BaseName!), BuilderEmitter.EmitBase(builder, apiNamespace));
        }

        if (builder.Operation.Options is { } options && builder.OwnsOptions)
        {
            output.AddSource(HintNames.Of(apiNamespace, options.Name), OptionsEmitter.Emit(builder, options, apiNamespace));
        }
    }

    private static void EmitClient(SourceProductionContext output, ClientModel? client)
    {
        if (client is not null)
        {
            output.AddSource(HintNames.Of(client.RootNamespace + ".Core", client.Name), ClientEmitter.Emit(client));
        }
    }

    private static void EmitContext(SourceProductionContext output, JsonContextModel? json)
    {
        if (json is not null)
        {
            output.AddSource(HintNames.Of(json.Namespace, json.Name), JsonContextEmitter.Emit(json));
        }
    }

    private static void AddObject(SourceProductionContext output, ObjectModel model)
    {
        output.AddSource(HintNames.Of(model.Namespace, model.Name), ObjectEmitter.Emit(model));
        if (model.HasRest)
        {
            output.AddSource(HintNames.Of(model.Namespace, model.Name + ".Varying"), VaryingEmitter.EmitFile(model));
        }
    }
}
