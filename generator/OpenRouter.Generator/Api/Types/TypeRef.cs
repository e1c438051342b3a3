namespace OpenRouter.Generator.Api.Types;

/// <summary>A C# type as a member or a parameter names it, without its own nullability.</summary>
internal sealed record TypeRef(TypeKind Kind, string Name, string Namespace, TypeRef? Item, bool IsItemNullable)
{
    public static readonly TypeRef Any = Of(TypeKind.Any, "JsonElement");
    public static readonly TypeRef String = Of(TypeKind.String, "string");
    public static readonly TypeRef Boolean = Of(TypeKind.Boolean, "bool");
    public static readonly TypeRef Int32 = Of(TypeKind.Int32, "int");
    public static readonly TypeRef Int64 = Of(TypeKind.Int64, "long");
    public static readonly TypeRef Double = Of(TypeKind.Double, "double");
    public static readonly TypeRef Decimal = Of(TypeKind.Decimal, "decimal");
    public static readonly TypeRef DateTimeOffset = Of(TypeKind.DateTimeOffset, "DateTimeOffset");
    public static readonly TypeRef Guid = Of(TypeKind.Guid, "Guid");
    public static readonly TypeRef Uri = Of(TypeKind.Uri, "Uri");
    public static readonly TypeRef Bytes = Of(TypeKind.Bytes, "byte[]");
    public static readonly TypeRef File = Of(TypeKind.File, "FilePart");

    // Bodies that are no models; they travel whole, so no JSON code is ever asked for them.
    public static readonly TypeRef BinaryBody = Of(TypeKind.File, "BinaryBody");
    public static readonly TypeRef MultipartBody = Of(TypeKind.File, "MultipartBody");

    /// <summary>True when <c>T?</c> is a <see cref="System.Nullable{T}"/>.</summary>
    public bool IsValueType => Kind is TypeKind.Any or TypeKind.Boolean or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double
        or TypeKind.Decimal or TypeKind.DateTimeOffset or TypeKind.Guid or TypeKind.Enum or TypeKind.NumberEnum or TypeKind.Union;

    /// <summary>True for the types that this client itself declares.</summary>
    public bool IsModel => Kind is TypeKind.Object or TypeKind.Enum or TypeKind.NumberEnum or TypeKind.Union;

    public static TypeRef ListOf(TypeRef item, bool isItemNullable) =>
        new(TypeKind.List, $"IReadOnlyList<{item.Name}{(isItemNullable ? "?" : "")}>", "", item, isItemNullable);

    public static TypeRef MapOf(TypeRef item, bool isItemNullable) =>
        new(TypeKind.Map, $"IReadOnlyDictionary<string, {item.Name}{(isItemNullable ? "?" : "")}>", "", item, isItemNullable);

    public static TypeRef Model(TypeKind kind, string name, string @namespace) => new(kind, name, @namespace, null, false);

    /// <summary>The declared model below lists and maps, or null.</summary>
    public TypeRef? InnerModel() => IsModel ? this : Item?.InnerModel();

    private static TypeRef Of(TypeKind kind, string name) => new(kind, name, "", null, false);
}
