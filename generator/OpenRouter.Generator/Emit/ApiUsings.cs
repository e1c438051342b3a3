using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api;
using OpenRouter.Generator.Api.Operations;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>What files about operations name: the runtime, and the models of other namespaces.</summary>
internal static class ApiUsings
{
    public static CodeWriter Start(OutputStyle style, string own, IEnumerable<OperationModel> operations, IEnumerable<TypeRef> more)
    {
        var types = operations.SelectMany(TypesOf).Concat(more).ToList();
        var code = SourceHeader.Start(style, own, Directions.Usings(own, types));
        types.ForEach(code.Use);
        return code;
    }

    /// <summary>What the signature of a sending method names.</summary>
    public static Usings OfResult(ResultKind kind) => Usings.Threading | kind switch
    {
        ResultKind.ChatStream or ResultKind.EventStream => Usings.Streaming,
        ResultKind.JsonLines => Usings.Collections,
        ResultKind.Bytes => Usings.Tasks | Usings.RuntimeHttp,
        _ => Usings.Tasks,
    };

    private static IEnumerable<TypeRef> TypesOf(OperationModel operation)
    {
        var types = operation.Arguments.Select(static argument => argument.Type);
        if (operation.Body is { } body)
        {
            types = types.Append(body.Type);
        }

        if (operation.Paging is { } paging)
        {
            types = types.Append(paging.Item).Concat(paging.Case is { } page ? [page] : []);
        }

        return operation.Result.Type is { } result ? types.Append(result) : types;
    }
}
