using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Api.Operations;

/// <summary>What an operation sends.</summary>
/// <param name="Type">The type of the argument.</param>
/// <param name="Kind">How it goes over the wire.</param>
/// <param name="StreamFlag">The member that asks for a stream, if there is one.</param>
/// <param name="ContentType">The media type, where it is not the usual one of its kind.</param>
/// <param name="IsRequired">False when the operation can do without a body.</param>
/// <param name="Fields">The fields of a form that are written in another way than the usual one.</param>
/// <param name="Doc">What the comment of the argument says.</param>
internal sealed record BodyModel(TypeRef Type, BodyKind Kind, string? StreamFlag, string? ContentType, bool IsRequired, EquatableList<FieldModel> Fields, string Doc);

/// <summary>A field of a form with its own media type (multipart) or style.</summary>
internal sealed record FieldModel(string WireName, string? ContentType, ParameterStyle Style, bool Explode);

/// <summary>How a body goes over the wire.</summary>
internal enum BodyKind
{
    Json,
    Multipart,
    UrlEncoded,
    Text,
    Binary,
}
