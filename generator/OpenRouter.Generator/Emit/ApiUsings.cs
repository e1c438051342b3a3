using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api;
using OpenRouter.Generator.Api.Operations;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>What files about operations name: the runtime, and the models of other namespaces.</summary>
internal static class ApiUsings
{
    public const Usings Runtime = Usings.System | Usings.Collections | Usings.Linq | Usings.Http | Usings.Json | Usings.Threading | Usings.Tasks
        | Usings.RuntimeHttp | Usings.RuntimeJson | Usings.Streaming;

    public static CodeWriter Start(OutputStyle style, string own, IEnumerable<OperationModel> operations, IEnumerable<TypeRef> more)
    {
        var types = operations.SelectMany(TypesOf).Concat(more);
        var code = SourceHeader.Start(style, own, Directions.Usings(own, types));
        code.Use(Runtime);
        return code;
    }

    private static IEnumerable<TypeRef> TypesOf(OperationModel operation)
    {
        var types = operation.Arguments.Select(static argument => argument.Type);
        if (operation.Body is { } body)
        {
            types = types.Append(body.Type);
        }

        return operation.Result.Type is { } result ? types.Append(result) : types;
    }
}
