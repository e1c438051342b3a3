using System.Linq;
using Microsoft.CodeAnalysis.Text;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints an open enum.</summary>
internal static class EnumEmitter
{
    public static SourceText Emit(EnumModel model)
    {
        var code = SourceHeader.Start(model.Style, model.Namespace, []);
        code.Use(Usings.Serialization | Usings.RuntimeJson);
        code.Doc(model.Doc);
        code.Line(SourceHeader.ToolAttribute);
        code.Deprecation(model.IsDeprecated);
        code.Line($"[JsonConverter(typeof(OpenEnumConverter<{model.Name}>))]");
        using (code.Block($"{code.Access} readonly partial record struct {model.Name} : IOpenEnum<{model.Name}>"))
        {
            code.Line("private readonly string? _value;");
            code.Separate();
            code.Line($"public {model.Name}(string value) => _value = OpenEnum.Text(value);");
            code.Separate();
            foreach (var value in model.Values)
            {
                code.Line($"public static {model.Name} {value.Name} => new(Values.{value.Name});");
            }

            EmitMembers(code, model);
            EmitValues(code, model);
        }

        return code.ToSourceText();
    }

    private static void EmitMembers(CodeWriter code, EnumModel model)
    {
        code.Separate();
        code.Line("public string Value => _value ?? \"\";");
        code.Separate();
        code.Line($"public bool IsKnown => Value is {string.Join(" or ", model.Values.Select(static value => "Values." + value.Name))};");
        code.Separate();
        code.Line($"public static {model.Name} FromValue(string value) => new(value);");
        code.Line($"public static implicit operator {model.Name}(string value) => new(value);");
        code.Separate();
        code.Line("public override string ToString() => Value;");
    }

    private static void EmitValues(CodeWriter code, EnumModel model)
    {
        code.Separate();
        using (code.Block("public static class Values"))
        {
            foreach (var value in model.Values)
            {
                code.Line($"public const string {value.Name} = {Literal.Text(value.Value)};");
            }
        }
    }
}
