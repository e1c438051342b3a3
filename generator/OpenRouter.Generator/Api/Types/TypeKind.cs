namespace OpenRouter.Generator.Api.Types;

/// <summary>What a C# type of the client is, and so how its JSON is read and written.</summary>
internal enum TypeKind
{
    Any,
    String,
    Boolean,
    Int32,
    Int64,
    Double,
    Decimal,
    DateTimeOffset,
    Guid,
    Uri,
    Bytes,
    File,
    Object,
    Enum,
    NumberEnum,
    Union,
    List,
    Map,
}
