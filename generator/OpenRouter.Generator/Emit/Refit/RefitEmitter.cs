using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api;
using OpenRouter.Generator.Api.Operations;

namespace OpenRouter.Generator.Emit.Refit;

/// <summary>Prints the operations once more, as interfaces that Refit implements: one a group, all in one file.</summary>
internal static class RefitEmitter
{
    /// <summary>The file, or null for a document without operations.</summary>
    public static EmittedFile? Emit(ApiModel model)
    {
        if (model.Client is not { } client)
        {
            return null;
        }

        var own = model.RootNamespace + ".Refit";
        var shown = model.Groups.Select(static group => group with { Operations = new EquatableList<OperationModel>(group.Operations.Where(static operation => RefitLimits.WhyNot(operation) is null)) }).ToList();
        var operations = shown.SelectMany(static group => group.Operations).ToList();
        var parameters = operations.SelectMany(static operation => RefitParameters.Of(operation)).Select(static parameter => parameter.Type);
        var code = ApiUsings.Start(client.Style, own, operations.ConvertAll(WithoutFiles), parameters);
        code.Use(Usings.System | Usings.Http | Usings.Threading | Usings.Tasks);
        foreach (var (group, whole) in shown.Zip(model.Groups, static (group, whole) => (group, whole)))
        {
            EmitGroup(code, group, whole);
        }

        return new EmittedFile(HintNames.Of(own, client.Name), code.ToSourceText());
    }

    private static void EmitGroup(CodeWriter code, GroupModel group, GroupModel whole)
    {
        code.Separate();
        code.Doc(group.Doc);
        code.Line(SourceHeader.ToolAttribute);
        using (code.Block($"{code.Access} partial interface I{group.Name}Refit"))
        {
            foreach (var operation in whole.Operations)
            {
                if (RefitLimits.WhyNot(operation) is { } reason)
                {
                    code.Separate();
                    code.Line($"// {operation.Name} is left out: {reason}.");
                }
                else
                {
                    EmitMethod(code, operation);
                }
            }
        }
    }

    private static void EmitMethod(CodeWriter code, OperationModel operation)
    {
        var parameters = RefitParameters.Of(operation);
        code.Separate();
        code.Doc(operation.Doc);
        foreach (var parameter in parameters)
        {
            code.Param(parameter.Name, parameter.Doc);
        }

        code.Param("cancellationToken", "Aborts the request.");
        if (GroupEmitter.Streams(operation) && operation.Body?.StreamFlag is { } flag)
        {
            code.Comment($"<remarks>The answer is a stream: set the member {DocComments.Escape(flag)} of the request.</remarks>");
        }

        code.Deprecation(operation.IsDeprecated);
        code.Line($"[global::Refit.{Verb(operation)}({Literal.Text(operation.Path)})]");
        if (Headers(operation) is { Count: > 0 } headers)
        {
            code.Line($"[global::Refit.Headers({string.Join(", ", headers.Select(Literal.Text))})]");
        }

        var list = parameters.Select(static parameter => parameter.Declaration).Append("CancellationToken cancellationToken = default");
        code.Line($"{ReturnType(operation.Result)} {operation.Name}Async({string.Join(", ", list)});");
    }

    /// <summary>GET is Get.</summary>
    private static string Verb(OperationModel operation) => operation.HttpMethod.Substring(0, 1) + operation.HttpMethod.Substring(1).ToLowerInvariant();

    private static List<string> Headers(OperationModel operation)
    {
        var headers = new List<string>();
        if (!operation.IsAnonymous)
        {
            headers.Add("Authorization: Bearer");
        }

        if (operation.Result.Kind is ResultKind.ChatStream or ResultKind.EventStream)
        {
            headers.Add("Accept: text/event-stream");
        }

        if (operation.Body is { Kind: BodyKind.Text or BodyKind.Binary, ContentType: { } type })
        {
            headers.Add("Content-Type: " + type);
        }

        return headers;
    }

    /// <summary>Whatever is no value at once is left to the caller as the answer that arrives.</summary>
    private static string ReturnType(ResultModel result) => result.Kind switch
    {
        ResultKind.Json or ResultKind.Text or ResultKind.None => GroupEmitter.ReturnType(result),
        _ => "Task<HttpResponseMessage>",
    };

    /// <summary>Types that the file does not name want no using.</summary>
    private static OperationModel WithoutFiles(OperationModel operation) => operation with
    {
        Arguments = EquatableList<ParameterModel>.Empty,
        Body = null,
        Paging = null,
        Result = operation.Result.Kind is ResultKind.Json ? operation.Result : ResultModel.None,
    };
}
