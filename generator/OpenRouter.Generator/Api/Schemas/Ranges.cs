using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.OpenApi;

namespace OpenRouter.Generator.Api.Schemas;

/// <summary>Limits for the annotations of ranges, lengths and patterns.</summary>
internal static class Ranges
{
    public static RangeModel? Of(NumberRange? range, TypeRef type)
    {
        if (range is null || type.Kind is not (TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.Decimal))
        {
            return null;
        }

        return new RangeModel(
            range.Minimum,
            range.Maximum,
            range.ExclusiveMinimum,
            range.ExclusiveMaximum);
    }

    public static TextLimits? LengthOf(LengthRange? length, TypeRef type)
    {
        return length is null || type.Kind is not (TypeKind.String or TypeKind.List)
            ? null
            : new TextLimits(length.Minimum ?? 0, length.Maximum ?? int.MaxValue, type.Kind == TypeKind.String ? length.Pattern : null);
    }
}
