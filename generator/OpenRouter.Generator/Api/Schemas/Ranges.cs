using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.OpenApi;

namespace OpenRouter.Generator.Api.Schemas;

/// <summary>Numeric limits for the range annotation.</summary>
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
}
