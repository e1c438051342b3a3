using System.Linq;
using OpenRouter.Generator.Api.Operations;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints the method that enumerates all pages of an operation.</summary>
internal static class PagingEmitter
{
    /// <summary>What the emitted methods name.</summary>
    public const Usings Namespaces = Usings.Collections | Usings.Threading | Usings.RuntimeHttp;

    public static void EmitDeclaration(CodeWriter code, OperationModel operation, PagingModel paging)
    {
        code.Use(Namespaces);
        code.Separate();
        code.Summary($"{operation.Doc.Summary} Hands out the items of all pages; a page is asked for when it is needed.");
        GroupEmitter.EmitParameterDocs(code, operation, "Ends the enumeration and aborts the request.");
        code.Comment("<exception cref=\"global::OpenRouter.Core.OpenRouterException\">The service answered with an error, or did not answer. Items that were handed out before stay good.</exception>");
        code.Deprecation(operation.IsDeprecated);
        code.Annotation("SendingMethod(Streams = true)");
        code.Line($"{Signature(code, operation, paging)};");
    }

    public static void EmitImplementation(CodeWriter code, OperationModel operation, PagingModel paging)
    {
        code.Separate();
        code.Inherit();
        code.Deprecation(operation.IsDeprecated);
        using (code.Block($"public {Signature(code, operation, paging)}"))
        {
            var position = paging.Position;
            if (!position.IsRequired)
            {
                code.Line($"var given = parameters ?? new {operation.Options!.Name}();");
            }

            var start = position.IsRequired ? position.ArgumentName : "given." + position.PropertyName;
            if (paging.Kind == PagingKind.Cursor)
            {
                var hasMore = paging.HasMore is null ? "(bool?)null" : "answer" + paging.HasMore;
                using (code.Initializer($"return Pages.ByCursor<{paging.ItemName}>({start}, async (position, token) =>", ", cancellationToken);"))
                {
                    code.Line($"var answer = {Answer(operation, paging)};");
                    code.Line($"return (answer{paging.Items}, answer{paging.Next}, {hasMore});");
                }

                return;
            }

            var first = position.IsRequired ? start : $"{start} ?? {paging.First.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
            var method = paging.Kind == PagingKind.Page ? "ByNumber" : "ByOffset";
            var whole = paging.Kind == PagingKind.Page ? ""
                : paging.WholeUnless.Count == 0 ? "isWhole: false, "
                : $"isWhole: {string.Join(" && ", paging.WholeUnless.Select(static name => $"given.{name} is null"))}, ";
            code.Line($"return Pages.{method}<{paging.ItemName}>({(position.Type.Kind == TypeKind.Double ? $"(long)({first})" : first)}, async (position, token) => {(paging.Case is null ? $"({Answer(operation, paging)})" : Answer(operation, paging))}{paging.Items}, {whole}cancellationToken);");
        }
    }

    /// <summary>Prints how optional parameters are copied for another page.</summary>
    public static void EmitCopy(CodeWriter code, OptionsModel options)
    {
        if (options.Position is not { } position)
        {
            return;
        }

        var type = options.Parameters.First(parameter => parameter.PropertyName == position).Type.Name;
        code.Separate();
        code.Summary("The same parameters for another page.");
        using (code.Initializer($"internal {options.Name} ForPage({type}? position) => new()"))
        {
            foreach (var parameter in options.Parameters)
            {
                code.Line($"{parameter.PropertyName} = {(parameter.PropertyName == position ? "position" : parameter.PropertyName)},");
            }
        }
    }

    private static string Signature(CodeWriter code, OperationModel operation, PagingModel paging) =>
        $"IAsyncEnumerable<{paging.ItemName}> {paging.MethodName}Async({string.Join(", ", GroupEmitter.Parameters(code, operation, withDefaults: true))})";

    private static string Answer(OperationModel operation, PagingModel paging)
    {
        var answer = $"await {Call(operation, paging.Position)}.ConfigureAwait(false)";
        return paging.Case is { } page ? $"Pages.Case<{page.Name}>(({answer}).Value)" : answer;
    }

    private static string Call(OperationModel operation, ParameterModel position)
    {
        var value = position.Type.Kind == TypeKind.Int32 ? "(int)position" : "position";
        var arguments = operation.Arguments.Select(argument => argument == position ? value : argument.ArgumentName).ToList();
        if (operation.Body is not null)
        {
            arguments.Add("request");
        }

        if (operation.Options is not null)
        {
            arguments.Add(position.IsRequired ? "parameters" : $"given.ForPage({value})");
        }

        arguments.Add("token");
        return $"{operation.Name}Async({string.Join(", ", arguments)})";
    }
}
