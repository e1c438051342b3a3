using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints the expressions that read and write one value of a type.</summary>
internal static class JsonCode
{
    /// <summary>
    /// An expression that reads a value, or null for a null token. A class is constructed by name: a generic method that reads it would keep
    /// the readers of all classes in a native program.
    /// </summary>
    public static string Read(TypeRef type, string reader = "reader") => type.Kind switch
    {
        TypeKind.List when type.Item!.Kind == TypeKind.Any => $"JsonAny.List(ref {reader})",
        TypeKind.List when type.IsItemNullable => $"JsonRead.ListOfNullable<{type.Item!.Name}{(type.Item.IsValueType ? "?" : "")}>(ref {reader}, {Reader(type.Item)})",
        TypeKind.List => $"JsonRead.List<{type.Item!.Name}>(ref {reader}, {Reader(type.Item)})",
        TypeKind.Map when type.Item!.Kind == TypeKind.Any => $"JsonAny.Map(ref {reader})",
        TypeKind.Map when type.IsItemNullable => $"JsonAny.MapOfNullable<{type.Item!.Name}{(type.Item.IsValueType ? "?" : "")}>(ref {reader}, {Reader(type.Item)})",
        TypeKind.Map => $"JsonRead.Map<{type.Item!.Name}>(ref {reader}, {Reader(type.Item)})",
        TypeKind.Object => $"{reader}.IsNull ? null : new {type.Name}(ref {reader})",
        _ => $"{Reader(type)}(ref {reader})",
    };

    /// <summary>An expression that holds a list or map as a body of its own.</summary>
    public static string Body(TypeRef type, string value) => $"new JsonBody(writer => {Write(type, value)})";

    /// <summary>A call that writes a value after its name or inside an array; null is written as null.</summary>
    public static string Write(TypeRef type, string value, bool isNullable = false) => type.Kind switch
    {
        TypeKind.List or TypeKind.Map => $"{Writer(type)}(writer, {value}{ItemWriter(type)})",
        TypeKind.Enum or TypeKind.NumberEnum => $"JsonWrite.Value(writer, {value}{(isNullable ? "?" : "")}.Value)",
        TypeKind.File => $"JsonForm.Refuse({value})",
        TypeKind.Object or TypeKind.Union when !isNullable => $"{value}.WriteTo(writer)",
        _ => $"JsonWrite.Value(writer, {value})",
    };

    /// <summary>A call that writes a member, or nothing when its value is null.</summary>
    public static string WriteMember(TypeRef type, string name, string value) => type.Kind switch
    {
        TypeKind.List or TypeKind.Map => $"{Writer(type)}(writer, {name}, {value}{ItemWriter(type)})",
        TypeKind.Enum or TypeKind.NumberEnum => $"JsonWrite.Member(writer, {name}, {value}?.Value)",
        TypeKind.File => $"JsonForm.Refuse({value})",
        _ => $"JsonWrite.Member(writer, {name}, {value})",
    };

    private static string Writer(TypeRef type) => type.Kind == TypeKind.List ? "JsonWrite.List" : "JsonWrite.Map";

    /// <summary>How the items of a collection are written; models, lists of texts and maps of any JSON need no words.</summary>
    private static string ItemWriter(TypeRef type) =>
        type.Item!.Kind switch
        {
            TypeKind.Object or TypeKind.Union => !type.IsItemNullable,
            TypeKind.String => type.Kind == TypeKind.List,
            TypeKind.Any => type.Kind == TypeKind.Map && !type.IsItemNullable,
            _ => false,
        }
            ? ""
            : $", static (writer, item) => {Write(type.Item, "item", type.IsItemNullable)}";

    /// <summary>What reads an item, which is never null.</summary>
    public static string Reader(TypeRef type) => type.Kind switch
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
        TypeKind.NumberEnum => $"JsonRead.NumberEnum<{type.Name}>",
        TypeKind.Object => $"static (ref JsonReader item) => new {type.Name}(ref item)",
        TypeKind.Union => $"JsonRead.Value<{type.Name}>",
        TypeKind.List or TypeKind.Map => $"static (ref JsonReader item) => {Read(type, "item")}",
        _ => "JsonRead.String",
    };
}
