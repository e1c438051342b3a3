using System.Linq;
using Microsoft.CodeAnalysis.Text;
using OpenRouter.Generator.Api.Operations;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints the class of an operation's optional parameters.</summary>
internal static class OptionsEmitter
{
    public static SourceText Emit(BuilderModel builder, OptionsModel options, string apiNamespace)
    {
        var types = options.Parameters.Select(static parameter => parameter.Type);
        var code = ApiUsings.Start(builder.Style, apiNamespace, [], types);
        code.Summary($"The optional parameters of {builder.Operation.Name}.");
        code.Line(SourceHeader.ToolAttribute);
        using (code.Block($"{code.Access} sealed partial class {options.Name}"))
        {
            foreach (var parameter in options.Parameters)
            {
                code.Separate();
                code.Doc(parameter.Doc);
                code.MemberAnnotations(parameter);
                code.Line($"public {parameter.Type.Name}? {parameter.PropertyName} {{ get; init; }}");
            }

            PagingEmitter.EmitCopy(code, options);
        }

        return code.ToSourceText();
    }
}
