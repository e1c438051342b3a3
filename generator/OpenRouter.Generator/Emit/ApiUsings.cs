using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api;
using OpenRouter.Generator.Api.Operations;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>The usings of files about operations: the runtime, and the namespaces of the models that they name.</summary>
internal static class ApiUsings
{
    private static readonly string[] Always =
    [
        "System", "System.Collections.Generic", "System.Linq", "System.Net.Http", "System.Text.Json", "System.Threading", "System.Threading.Tasks",
        "OpenRouter.Runtime.Http", "OpenRouter.Runtime.Json", "OpenRouter.Runtime.Streaming",
    ];

    public static IEnumerable<string> Of(string own, IEnumerable<OperationModel> operations, IEnumerable<TypeRef> more)
    {
        var types = operations.SelectMany(TypesOf).Concat(more);
        return Always.Concat(Directions.Usings(own, types));
    }

    private static IEnumerable<TypeRef> TypesOf(OperationModel operation)
    {
        var types = operation.Arguments.Select(static argument => argument.Type)
            .Concat((operation.Options?.Parameters ?? EquatableList<ParameterModel>.Empty).Select(static parameter => parameter.Type));
        if (operation.Body is { } body)
        {
            types = types.Append(body.Type);
        }

        return operation.Result.Type is { } result ? types.Append(result) : types;
    }
}
