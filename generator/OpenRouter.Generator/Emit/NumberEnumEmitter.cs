using System.Linq;
using Microsoft.CodeAnalysis.Text;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints an open enum whose values are whole numbers.</summary>
internal static class NumberEnumEmitter
{
    public static SourceText Emit(EnumModel model)
    {
        var code = SourceHeader.Start(model.Style, model.Namespace, []);
        code.Use(Usings.Serialization | Usings.RuntimeJson);
        code.Doc(model.Doc);
        code.Line(SourceHeader.ToolAttribute);
        code.Deprecation(model.IsDeprecated);
        code.Line($"[JsonConverter(typeof(OpenNumberConverter<{model.Name}>))]");
        using (code.Block($"{code.Access} readonly partial record struct {model.Name}(long Value) : IOpenNumber<{model.Name}>"))
        {
            foreach (var value in model.Values)
            {
                code.Line($"public static {model.Name} {value.Name} => new(Values.{value.Name});");
            }

            code.Separate();
            code.Line($"public bool IsKnown => Value is {string.Join(" or ", model.Values.Select(static value => "Values." + value.Name))};");
            code.Separate();
            code.Line($"public static {model.Name} FromValue(long value) => new(value);");
            code.Line($"public static implicit operator {model.Name}(long value) => new(value);");
            code.Separate();
            code.Line("public override string ToString() => Value.ToString(global::System.Globalization.CultureInfo.InvariantCulture);");
            code.Separate();
            using (code.Block("public static class Values"))
            {
                foreach (var value in model.Values)
                {
                    code.Line($"public const long {value.Name} = {value.Value};");
                }
            }
        }

        return code.ToSourceText();
    }
}
