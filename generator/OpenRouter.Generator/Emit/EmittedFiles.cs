using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api;
using OpenRouter.Generator.Api.Operations;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>The files that are printed for each part of a model: which there are is decided here, for the compiler and for the command line.</summary>
internal static class EmittedFiles
{
    /// <summary>All files of a client.</summary>
    public static IEnumerable<EmittedFile> Of(ApiModel model) =>
        model.Objects.SelectMany(Of)
            .Concat(model.Enums.Select(Of))
            .Concat(model.Unions.Select(Of))
            .Concat(model.Groups.SelectMany(group => Of(group, ApiNamespace(model)).Concat(group.Builders.SelectMany(builder => Of(builder, ApiNamespace(model))))))
            .Concat(Of(model.Client))
            .Concat(Of(model.JsonContext));

    /// <summary>The namespace of groups and builders.</summary>
    public static string ApiNamespace(ApiModel model) => model.RootNamespace + ".Api";

    public static IEnumerable<EmittedFile> Of(ObjectModel model)
    {
        yield return new EmittedFile(HintNames.Of(model.Namespace, model.Name), ObjectEmitter.Emit(model));
        if (model.HasRest)
        {
            yield return new EmittedFile(HintNames.Of(model.Namespace, model.Name + ".Varying"), VaryingEmitter.EmitFile(model));
        }
    }

    public static EmittedFile Of(EnumModel model) =>
        new(HintNames.Of(model.Namespace, model.Name), model.IsNumber ? NumberEnumEmitter.Emit(model) : EnumEmitter.Emit(model));

    public static EmittedFile Of(UnionModel model) => new(HintNames.Of(model.Namespace, model.Name), UnionEmitter.Emit(model));

    public static IEnumerable<EmittedFile> Of(GroupModel group, string apiNamespace) =>
        [new EmittedFile(HintNames.Of(apiNamespace, group.ClassName), GroupEmitter.Emit(group, apiNamespace))];

    public static IEnumerable<EmittedFile> Of(BuilderModel builder, string apiNamespace)
    {
        yield return new EmittedFile(HintNames.Of(apiNamespace, builder.Operation.BuilderName), BuilderEmitter.Emit(builder, apiNamespace));
        if (builder.OwnsBase)
        {
            yield return new EmittedFile(HintNames.Of(apiNamespace, builder.BaseName!), BuilderEmitter.EmitBase(builder, apiNamespace));
        }

        if (builder.Operation.Options is { } options && builder.OwnsOptions)
        {
            yield return new EmittedFile(HintNames.Of(apiNamespace, options.Name), OptionsEmitter.Emit(builder, options, apiNamespace));
        }
    }

    public static IEnumerable<EmittedFile> Of(ClientModel? client) =>
        client is null ? [] : [new EmittedFile(HintNames.Of(client.RootNamespace + ".Core", client.Name), ClientEmitter.Emit(client))];

    public static IEnumerable<EmittedFile> Of(JsonContextModel? json) =>
        json is null ? [] : [new EmittedFile(HintNames.Of(json.Namespace, json.Name), JsonContextEmitter.Emit(json))];
}
