using System.Linq;
using Microsoft.CodeAnalysis.Text;
using OpenRouter.Generator.Api.Operations;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints the class of an operation's optional parameters.</summary>
internal static class OptionsEmitter
{
    public static SourceText Emit(OperationModel operation, OptionsModel options, string apiNamespace)
    {
        var types = options.Parameters.Select(static parameter => parameter.Type);
        var code = SourceFile.Start(apiNamespace, ApiUsings.Of(apiNamespace, [], types));
        code.Summary($"The optional parameters of {operation.Name}.");
        code.Line(SourceFile.ToolAttribute);
        using (code.Block($"public sealed partial class {options.Name}"))
        {
            foreach (var parameter in options.Parameters)
            {
                code.Separate();
                code.Doc(parameter.Doc);
                code.MemberAnnotations(parameter.Role, parameter.Range, parameter.IsDeprecated);
                code.Line($"public {parameter.Type.Name}? {parameter.PropertyName} {{ get; init; }}");
            }
        }

        return code.ToSourceText();
    }
}
