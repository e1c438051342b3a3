using System.Linq;
using Microsoft.CodeAnalysis.Text;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints an open enum.</summary>
internal static class EnumEmitter
{
    public static SourceText Emit(EnumModel model)
    {
        var code = SourceFile.Start(model.Namespace, ["System", "System.Text.Json.Serialization", "OpenRouter.Runtime.Json"]);
        code.Doc(model.Doc);
        code.Line(SourceFile.ToolAttribute);
        code.MemberAnnotations(MemberRole.None, null, model.IsDeprecated);
        code.Line($"[JsonConverter(typeof(OpenEnumConverter<{model.Name}>))]");
        using (code.Block($"public readonly partial struct {model.Name} : IOpenEnum<{model.Name}>, IEquatable<{model.Name}>"))
        {
            code.Line("private readonly string? _value;");
            code.Separate();
            code.Summary("Wraps a value, known or not.");
            code.Line($"public {model.Name}(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));");
            foreach (var value in model.Values)
            {
                code.Separate();
                code.Summary($"The value {value.Value}.");
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
        code.Summary("The text on the wire.");
        code.Line("public string Value => _value ?? \"\";");
        code.Separate();
        code.Summary("Whether the document that this type was made from lists the value.");
        code.Line($"public bool IsKnown => _value is {string.Join(" or ", model.Values.Select(static value => "Values." + value.Name))};");
        code.Separate();
        code.Summary("Wraps a text of the wire.");
        code.Line($"public static {model.Name} FromValue(string value) => new(value);");
        code.Separate();
        code.Summary("Wraps a text.");
        code.Line($"public static implicit operator {model.Name}(string value) => new(value);");
        code.Separate();
        code.Summary("Compares the texts.");
        code.Line($"public static bool operator ==({model.Name} left, {model.Name} right) => left.Equals(right);");
        code.Separate();
        code.Summary("Compares the texts.");
        code.Line($"public static bool operator !=({model.Name} left, {model.Name} right) => !left.Equals(right);");
        code.Separate();
        code.Line("/// <inheritdoc/>");
        code.Line($"public bool Equals({model.Name} other) => string.Equals(Value, other.Value, StringComparison.Ordinal);");
        code.Separate();
        code.Line("/// <inheritdoc/>");
        code.Line($"public override bool Equals(object? obj) => obj is {model.Name} other && Equals(other);");
        code.Separate();
        code.Line("/// <inheritdoc/>");
        code.Line("public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);");
        code.Separate();
        code.Summary("The text on the wire.");
        code.Line("public override string ToString() => Value;");
    }

    private static void EmitValues(CodeWriter code, EnumModel model)
    {
        code.Separate();
        code.Summary("The known values as constants, for switch statements.");
        using (code.Block("public static class Values"))
        {
            foreach (var value in model.Values)
            {
                code.Separate();
                code.Summary($"The value {value.Value}.");
                code.Line($"public const string {value.Name} = {Literal.Text(value.Value)};");
            }
        }
    }
}
