using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;
using OpenRouter.Generator.Api.Operations;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints the fluent builder of an operation.</summary>
internal static class BuilderEmitter
{
    public static SourceText Emit(BuilderModel builder, string apiNamespace)
    {
        var operation = builder.Operation;
        var isWhole = builder.BaseName is null;
        var code = ApiUsings.Start(builder.Style, apiNamespace, [operation], isWhole ? TypesOf(builder) : builder.Arguments.Select(static argument => argument.Type));
        code.Summary($"Fills a request of {operation.Name} step by step. It can be sent more than once, and is not safe for use by several threads at a time.");
        code.Line(SourceHeader.ToolAttribute);
        code.Annotation("RequestBuilder");
        code.Deprecation(operation.IsDeprecated);
        using (code.Block($"{code.Access} sealed partial class {operation.BuilderName}{(isWhole ? "" : $" : {builder.BaseName}<{operation.BuilderName}>")}"))
        {
            if (isWhole)
            {
                EmitMembers(code, builder);
            }
            else
            {
                var parameters = string.Join("", builder.Arguments.Select(static argument => $", {argument.Type.Name}{(argument.IsRequired ? "" : "?")} {argument.Name}"));
                var arguments = string.Join("", builder.Arguments.Select(static argument => ", " + argument.Name));
                code.Line($"internal {operation.BuilderName}({builder.GroupInterface} api{parameters}) : base(api{arguments}) {{ }}");
            }

            EmitSend(code, builder);
        }

        return code.ToSourceText();
    }

    /// <summary>Prints what the plain and the streaming builder of an operation share.</summary>
    public static SourceText EmitBase(BuilderModel builder, string apiNamespace)
    {
        var code = ApiUsings.Start(builder.Style, apiNamespace, [builder.Operation], TypesOf(builder));
        code.Summary($"Fills a request of {builder.Operation.Name} step by step, be it answered whole or as a stream.");
        code.Comment("<typeparam name=\"TBuilder\">The builder itself, which every step returns.</typeparam>");
        code.Line(SourceHeader.ToolAttribute);
        code.Annotation("RequestBuilder");
        code.Deprecation(builder.Operation.IsDeprecated);
        using (code.Block($"{code.Access} abstract partial class {builder.BaseName}<TBuilder> where TBuilder : {builder.BaseName}<TBuilder>"))
        {
            EmitMembers(code, builder);
        }

        return code.ToSourceText();
    }

    /// <summary>How a step ends.</summary>
    public static string Step(BuilderModel builder) => builder.BaseName is null ? "return this;" : "return (TBuilder)this;";

    private static IEnumerable<TypeRef> TypesOf(BuilderModel builder) =>
        builder.Properties.Select(static property => property.Type)
            .Concat(builder.Properties.SelectMany(static property => property.Adders).SelectMany(static adder => adder.Arguments.Select(static argument => argument.Type).Append(adder.Item)))
            .Concat(builder.Arguments.Select(static argument => argument.Type));

    private static void EmitMembers(CodeWriter code, BuilderModel builder)
    {
        code.Use(Usings.System | Usings.Collections | Usings.Linq | Usings.Json | Usings.RuntimeJson);
        EmitFields(code, builder);
        EmitConstructor(code, builder);
        foreach (var property in builder.Properties)
        {
            BuilderMethodEmitter.Emit(code, builder, property);
        }

        if (builder.AcceptsUnknownMembers)
        {
            EmitUnknownMembers(code, builder);
        }

        BuilderBuildEmitter.Emit(code, builder);
    }

    public static bool IsList(BuilderProperty property) => property.Type.Kind == TypeKind.List && !property.IsThreeStates;

    public static bool IsMap(BuilderProperty property) => property.Type.Kind == TypeKind.Map && !property.IsThreeStates;

    public static string ItemOf(TypeRef type) => type.Item!.Name + (type.IsItemNullable ? "?" : "");

    /// <summary>How what the sending methods need is declared.</summary>
    public static string Shared(BuilderModel builder) => builder.BaseName is null ? "private " : "private protected ";

    private static void EmitFields(CodeWriter code, BuilderModel builder)
    {
        code.Line($"{Shared(builder)}readonly {builder.GroupInterface} _api;");
        foreach (var argument in builder.Arguments.Where(argument => !builder.Properties.Any(property => property.Field == argument.Field)))
        {
            code.Line($"{Shared(builder)}readonly {argument.Type.Name}{(argument.IsRequired ? "" : "?")} {argument.Field};");
        }

        foreach (var property in builder.Properties)
        {
            var type = property.IsThreeStates ? $"Optional<{property.Type.Name}?>"
                : IsList(property) ? $"List<{ItemOf(property.Type)}>?"
                : IsMap(property) ? $"Dictionary<string, {ItemOf(property.Type)}>?"
                : property.Type.Name + "?";
            code.Line($"private {type} {property.Field};");
            if (property.LeadingField is { } leading)
            {
                code.Line($"private int {leading};");
            }
        }

        if (builder.AcceptsUnknownMembers)
        {
            code.Line("private JsonExtras? _extras;");
        }
    }

    private static void EmitConstructor(CodeWriter code, BuilderModel builder)
    {
        var parameters = string.Join("", builder.Arguments.Select(static argument => $", {argument.Type.Name}{(argument.IsRequired ? "" : "?")} {argument.Name}"));
        code.Separate();
        using (code.Block($"internal {builder.BaseName ?? builder.Operation.BuilderName}({builder.GroupInterface} api{parameters})"))
        {
            foreach (var argument in builder.Arguments.Where(static argument => argument is { IsRequired: true, Type.IsValueType: false }))
            {
                code.Line($"ArgumentNullException.ThrowIfNull({argument.Name});");
            }

            code.Line("_api = api;");
            foreach (var argument in builder.Arguments)
            {
                var property = builder.Properties.FirstOrDefault(candidate => candidate.Field == argument.Field);
                var value = property is null ? argument.Name
                    : IsList(property) ? $"[.. {argument.Name}]"
                    : IsMap(property) ? $"new({argument.Name})"
                    : argument.Name;
                code.Line($"{(argument.Field == value ? "this." : "")}{argument.Field} = {value};");
            }
        }
    }

    private static void EmitUnknownMembers(CodeWriter code, BuilderModel builder)
    {
        code.Separate();
        code.Summary("Sets a member that this client does not know yet; it is sent as it is.");
        code.Param("name", "The name on the wire.");
        code.Param("value", "The JSON of the value.");
        using (code.Block($"public {builder.StepType} WithAdditionalProperty(string name, JsonElement value)"))
        {
            code.Line("ArgumentNullException.ThrowIfNull(name);");
            code.Line("(_extras ??= new JsonExtras())[name] = value;");
            code.Line(Step(builder));
        }
    }

    private static void EmitSend(CodeWriter code, BuilderModel builder)
    {
        var operation = builder.Operation;
        code.Use(ApiUsings.OfResult(operation.Result.Kind));
        var streams = GroupEmitter.Streams(operation);
        var call = builder.Operation.Arguments.Select(argument => builder.Arguments.First(known => known.Name == argument.ArgumentName).Field).ToList();
        if (operation.Body is not null)
        {
            call.Add(builder.BuildsBody ? "Build()" : builder.Arguments.Last().Field);
        }

        if (operation.Options is not null)
        {
            call.Add("BuildParameters()");
        }

        call.Add("cancellationToken");
        code.Separate();
        code.Summary(streams ? "Sends the request when the stream is enumerated, and yields what arrives." : "Sends the request.");
        code.Param("cancellationToken", streams ? "Ends the stream and aborts the connection." : "Aborts the request.");
        code.Comment("<exception cref=\"global::OpenRouter.Core.OpenRouterException\">The service answered with an error, or did not answer.</exception>");
        code.Annotation(streams ? "SendingMethod(Streams = true)" : "SendingMethod");
        code.Line($"public {GroupEmitter.ReturnType(operation.Result)} {(streams ? "StreamAsync" : "SendAsync")}(CancellationToken cancellationToken = default) =>");
        using (code.Indented())
        {
            code.Line($"_api.{operation.Name}Async({string.Join(", ", call)});");
        }

        if (operation.Paging is { } paging)
        {
            code.Use(PagingEmitter.Namespaces);
            code.Separate();
            code.Summary("Hands out the items of all pages; a page is asked for when it is needed.");
            code.Param("cancellationToken", "Ends the enumeration and aborts the request.");
            code.Annotation("SendingMethod(Streams = true)");
            code.Line($"public IAsyncEnumerable<{paging.ItemName}> EnumerateAsync(CancellationToken cancellationToken = default) =>");
            using (code.Indented())
            {
                code.Line($"_api.{paging.MethodName}Async({string.Join(", ", call)});");
            }
        }
    }
}
