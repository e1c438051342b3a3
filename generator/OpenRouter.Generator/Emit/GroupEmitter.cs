using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;
using OpenRouter.Generator.Api.Operations;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints an API group: its interface and its class.</summary>
internal static class GroupEmitter
{
    public static SourceText Emit(GroupModel group, string apiNamespace)
    {
        var arguments = group.Builders.SelectMany(static builder => builder.Arguments).Select(static argument => argument.Type);
        var code = ApiUsings.Start(group.Style, apiNamespace, group.Operations, arguments);
        code.Use(Usings.System | Usings.Http | Usings.Json | Usings.RuntimeHttp | Usings.RuntimeJson);
        foreach (var operation in group.Operations)
        {
            code.Use(ApiUsings.OfResult(operation.Result.Kind));
        }

        code.Doc(group.Doc);
        code.Line(SourceHeader.ToolAttribute);
        using (code.Block($"{code.Access} partial interface {group.InterfaceName}"))
        {
            for (var i = 0; i < group.Operations.Count; i++)
            {
                EmitDeclaration(code, group.Operations[i], group.Builders[i]);
            }
        }

        code.Line();
        code.Doc(group.Doc);
        code.Line(SourceHeader.ToolAttribute);
        using (code.Block($"{code.Access} sealed partial class {group.ClassName} : {group.InterfaceName}"))
        {
            code.Line("private readonly ApiTransport _transport;");
            code.Separate();
            code.Line($"internal {group.ClassName}(ApiTransport transport) => _transport = transport;");
            for (var i = 0; i < group.Operations.Count; i++)
            {
                EmitImplementation(code, group.Operations[i], group.Builders[i]);
            }
        }

        return code.ToSourceText();
    }

    public static string ReturnType(ResultModel result) => result.Kind switch
    {
        ResultKind.ChatStream => $"ChatStream<{result.Type!.Name}>",
        ResultKind.EventStream => $"EventStream<{result.Type!.Name}>",
        ResultKind.Bytes => "Task<BinaryResponse>",
        ResultKind.JsonLines => $"IAsyncEnumerable<{result.Type!.Name}>",
        ResultKind.Text => "Task<string>",
        ResultKind.Json => $"Task<{result.Type!.Name}{(result.CanBeEmpty ? "?" : "")}>",
        _ => "Task",
    };

    public static bool Streams(OperationModel operation) => operation.Result.Kind is ResultKind.ChatStream or ResultKind.EventStream or ResultKind.JsonLines;

    private static void EmitDeclaration(CodeWriter code, OperationModel operation, BuilderModel builder)
    {
        code.Separate();
        code.Doc(operation.Doc);
        EmitParameterDocs(code, operation, Streams(operation) ? "Ends the stream and aborts the connection." : "Aborts the request.");
        code.Comment("<exception cref=\"global::OpenRouter.Core.OpenRouterException\">The service answered with an error, or did not answer.</exception>");
        code.Deprecation(operation.IsDeprecated);
        code.Annotation(Streams(operation) ? "SendingMethod(Streams = true)" : "SendingMethod");
        code.Line($"{ReturnType(operation.Result)} {operation.Name}Async({string.Join(", ", Parameters(code, operation, withDefaults: true))});");
        if (operation.Paging is { } paging)
        {
            PagingEmitter.EmitDeclaration(code, operation, paging);
        }

        code.Separate();
        code.Summary($"Starts a request of {operation.Name} that is filled step by step. {operation.Doc.Summary}");
        foreach (var argument in builder.Arguments)
        {
            code.Param(argument.Name, argument.Doc.Summary);
        }

        code.Deprecation(operation.IsDeprecated);
        code.Line($"{operation.BuilderName} {operation.Name}({BuilderParameters(code, builder)});");
    }

    private static string BuilderParameters(CodeWriter code, BuilderModel builder) =>
        string.Join(", ", builder.Arguments.Select(argument => $"{Annotations.Inline(code, argument.Role, null)}{argument.Type.Name}{(argument.IsRequired ? "" : "?")} {argument.Name}"));

    public static void EmitParameterDocs(CodeWriter code, OperationModel operation, string cancellation)
    {
        foreach (var argument in operation.Arguments)
        {
            code.Param(argument.ArgumentName, argument.Doc.Summary);
        }

        if (operation.Body is { } body)
        {
            code.Param("request", body.Doc);
        }

        if (operation.Options is not null)
        {
            code.Param("parameters", "Optional parameters.");
        }

        code.Param("cancellationToken", cancellation);
    }

    public static IEnumerable<string> Parameters(CodeWriter code, OperationModel operation, bool withDefaults)
    {
        foreach (var argument in operation.Arguments)
        {
            yield return $"{Annotations.Inline(code, argument.Role, argument.Range)}{argument.Type.Name} {argument.ArgumentName}";
        }

        if (operation.Body is { } body)
        {
            yield return body.IsRequired ? $"{body.Type.Name} request" : $"{body.Type.Name}? request{(withDefaults ? " = null" : "")}";
        }

        if (operation.Options is { } options)
        {
            yield return $"{options.Name}? parameters{(withDefaults ? " = null" : "")}";
        }

        yield return $"CancellationToken cancellationToken{(withDefaults ? " = default" : "")}";
    }

    private static void EmitImplementation(CodeWriter code, OperationModel operation, BuilderModel builder)
    {
        code.Separate();
        code.Inherit();
        code.Deprecation(operation.IsDeprecated);
        using (code.Block($"public {ReturnType(operation.Result)} {operation.Name}Async({string.Join(", ", Parameters(code, operation, withDefaults: true))})"))
        {
            RequestEmitter.Emit(code, operation);
            code.Line(Send(operation));
        }

        if (operation.Paging is { } paging)
        {
            PagingEmitter.EmitImplementation(code, operation, paging);
        }

        code.Separate();
        code.Inherit();
        code.Deprecation(operation.IsDeprecated);
        var arguments = string.Join("", builder.Arguments.Select(static argument => ", " + argument.Name));
        code.Line($"public {operation.BuilderName} {operation.Name}({BuilderParameters(code, builder)}) => new(this{arguments});");
    }

    private static string Send(OperationModel operation) => operation.Result.Kind switch
    {
        ResultKind.ChatStream => $"return _transport.StreamChat<{operation.Result.Type!.Name}>(message, {Reader(operation.Result.Type)}, cancellationToken);",
        ResultKind.EventStream => $"return _transport.StreamEvents<{operation.Result.Type!.Name}>(message, {Reader(operation.Result.Type)}, cancellationToken);",
        ResultKind.Bytes => "return _transport.SendForBytesAsync(message, cancellationToken);",
        ResultKind.Text => "return _transport.SendForTextAsync(message, cancellationToken);",
        ResultKind.JsonLines => $"return _transport.StreamLines<{operation.Result.Type!.Name}>(message, {Reader(operation.Result.Type)}, cancellationToken);",
        ResultKind.Json when operation.Result is { CanBeEmpty: true, Type: { } type } =>
            $"return _transport.SendOptionalAsync<{type.Name}{(type.IsValueType ? "?" : "")}>(message, static (ref JsonReader reader) => {JsonCode.Read(type)}, cancellationToken);",
        // A union is a struct and shares no code, so that its reader may be found by the runtime.
        ResultKind.Json when operation.Result.Type!.Kind is TypeKind.Union => $"return _transport.SendAsync<{operation.Result.Type.Name}>(message, cancellationToken);",
        ResultKind.Json => $"return _transport.SendAsync<{operation.Result.Type!.Name}>(message, {Reader(operation.Result.Type)}, cancellationToken);",
        _ => "return _transport.SendAsync(message, cancellationToken);",
    };

    private static string Reader(TypeRef type) =>
        $"static (ref JsonReader reader) => {JsonCode.Read(type)}{(type.IsValueType && type.Kind != TypeKind.Any ? " ?? default" : "")}";
}
