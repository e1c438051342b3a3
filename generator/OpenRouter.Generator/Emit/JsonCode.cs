using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints the code that reads and writes one value of a type.</summary>
internal static class JsonCode
{
    /// <summary>An expression that reads a value, or null for a null token.</summary>
    public static string Read(TypeRef type, string reader = "reader") => type.Kind switch
    {
        TypeKind.List when type.Item!.Kind == TypeKind.Any => $"JsonAny.List(ref {reader})",
        TypeKind.List when type.IsItemNullable => $"JsonRead.ListOfNullable<{type.Item!.Name}{(type.Item.IsValueType ? "?" : "")}>(ref {reader}, {Reader(type.Item)})",
        TypeKind.List => $"JsonRead.List<{type.Item!.Name}>(ref {reader}, {Reader(type.Item)})",
        TypeKind.Map when type.Item!.Kind == TypeKind.Any => $"JsonAny.Map(ref {reader})",
        TypeKind.Map when type.IsItemNullable => $"JsonAny.MapOfNullable<{type.Item!.Name}{(type.Item.IsValueType ? "?" : "")}>(ref {reader}, {Reader(type.Item)})",
        TypeKind.Map => $"JsonRead.Map<{type.Item!.Name}>(ref {reader}, {Reader(type.Item)})",
        _ => $"{Reader(type)}(ref {reader})",
    };

    /// <summary>An expression that holds a list or map as a body of its own: what it writes is said by one nested expression.</summary>
    public static string Body(TypeRef type, string value) => $"new JsonBody(writer => {Lambda(type, value, 0)})";

    /// <summary>Writes a value that is not null, after its property name or inside an array.</summary>
    public static void Write(CodeWriter code, TypeRef type, string value, int depth = 0)
    {
        switch (type.Kind)
        {
            case TypeKind.List:
                code.Line("writer.WriteStartArray();");
                var item = "item" + (depth == 0 ? "" : Literal.Number(depth));
                using (code.Block($"foreach (var {item} in {value})"))
                {
                    WriteItem(code, type, item, depth + 1);
                }

                code.Line("writer.WriteEndArray();");
                break;
            case TypeKind.Map:
                code.Line("writer.WriteStartObject();");
                var entry = "entry" + (depth == 0 ? "" : Literal.Number(depth));
                using (code.Block($"foreach (var {entry} in {value})"))
                {
                    code.Line($"writer.WritePropertyName({entry}.Key);");
                    WriteItem(code, type, entry + ".Value", depth + 1);
                }

                code.Line("writer.WriteEndObject();");
                break;
            default:
                code.Line(Statement(type, value));
                break;
        }
    }

    private static string Lambda(TypeRef type, string value, int depth)
    {
        var item = "part" + Literal.Number(depth);
        var inner = type.Item is null ? "" : type.IsItemNullable ? NullableLambda(type.Item, item, depth) : Lambda(type.Item, item, depth + 1);
        return type.Kind switch
        {
            TypeKind.List => $"JsonWrite.List(writer, {value}, (writer, {item}) => {inner})",
            TypeKind.Map => $"JsonWrite.Map(writer, {value}, (writer, {item}) => {inner})",
            _ => Statement(type, value).TrimEnd(';'),
        };
    }

    private static string NullableLambda(TypeRef item, string value, int depth)
    {
        var held = "held" + Literal.Number(depth);
        return $"{{ if ({value} is {{ }} {held}) {{ {Lambda(item, held, depth + 1)}; }} else {{ writer.WriteNullValue(); }} }}";
    }

    private static void WriteItem(CodeWriter code, TypeRef list, string item, int depth)
    {
        if (!list.IsItemNullable)
        {
            Write(code, list.Item!, item, depth);
            return;
        }

        var value = "value" + Literal.Number(depth);
        using (code.Block($"if ({item} is {{ }} {value})"))
        {
            Write(code, list.Item!, value, depth);
        }

        using (code.Block("else"))
        {
            code.Line("writer.WriteNullValue();");
        }
    }

    private static string Statement(TypeRef type, string value) => type.Kind switch
    {
        TypeKind.Boolean => $"writer.WriteBooleanValue({value});",
        TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.Decimal => $"writer.WriteNumberValue({value});",
        TypeKind.Uri => $"writer.WriteStringValue({value}.OriginalString);",
        TypeKind.Bytes => $"writer.WriteBase64StringValue({value});",
        TypeKind.Any => $"JsonWrite.Element(writer, {value});",
        TypeKind.Enum => $"writer.WriteStringValue({value}.Value);",
        TypeKind.Object or TypeKind.Union => $"{value}.WriteTo(writer);",
        TypeKind.File => $"JsonForm.Refuse({value});",
        _ => $"writer.WriteStringValue({value});",
    };

    private static string Reader(TypeRef type) => type.Kind switch
    {
        TypeKind.Any => "JsonRead.Element",
        TypeKind.Boolean => "JsonRead.Boolean",
        TypeKind.Int32 => "JsonRead.Int32",
        TypeKind.Int64 => "JsonRead.Int64",
        TypeKind.Double => "JsonRead.Double",
        TypeKind.Decimal => "JsonRead.Decimal",
        TypeKind.DateTimeOffset => "JsonRead.DateTimeOffset",
        TypeKind.Guid => "JsonRead.Guid",
        TypeKind.Uri => "JsonRead.Uri",
        TypeKind.Bytes => "JsonRead.Bytes",
        TypeKind.File => "JsonForm.ReadFile",
        TypeKind.Enum => $"JsonRead.Enum<{type.Name}>",
        TypeKind.Object => $"JsonRead.Model<{type.Name}>",
        TypeKind.Union => $"JsonRead.Value<{type.Name}>",
        TypeKind.List or TypeKind.Map => $"static (ref Utf8JsonReader item) => {Read(type, "item")}",
        _ => "JsonRead.String",
    };
}
