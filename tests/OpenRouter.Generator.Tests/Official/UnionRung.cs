using OpenRouter.Generator.Api.Schemas;
using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.Api.Unions;
using OpenRouter.Generator.OpenApi;

namespace OpenRouter.Generator.Tests.Official;

/// <summary>Names the rung of the ladder on which our classifier settles a union.</summary>
internal static class UnionRung
{
    public const string Nullable = "one case and null";
    public const string Merged = "string enums become one";
    public const string Open = "enum with free strings";
    public const string Kinds = "JSON kind alone";
    public const string FirstItem = "first item of an array";
    public const string Discriminator = "discriminator";
    public const string Tag = "inferred tag";
    public const string TagWithDefault = "inferred tag with a default case";
    public const string SecondStep = "tag, then a second step";
    public const string Shape = "members that are there";
    public const string Single = "all cases are one type";

    public static string Of(Schema union, WholeApi api)
    {
        var cases = union.OneOf.FindAll(static branch => !SchemaReducer.IsNullOnly(branch));
        if (cases.Count == 1)
        {
            return Nullable;
        }

        var classified = new UnionClassifier(api.Types, api.Reducer, api.Problems).Classify(union, "Union" + union.Span.Start);
        if (classified.EnumValues is not null)
        {
            return cases.Exists(branch => api.Reducer.Reduce(branch).Schema.EnumValues.Count == 0) ? Open : Merged;
        }

        if (classified.SingleType is not null || classified.Reading is not { } reading)
        {
            return Single;
        }

        return reading.Objects is { } objects && !objects.IsDecided
            ? OfObjects(objects, union.Discriminator is not null)
            : reading.Arrays.Any(static choice => choice.FirstItem is not null) ? FirstItem : Kinds;
    }

    private static string OfObjects(ObjectChoice objects, bool hasDiscriminator)
    {
        if (objects.Tag is null)
        {
            return Shape;
        }

        if (objects.Shapes is not null || objects.Tags.Any(static tag => tag.Choice is { IsDecided: false, Shapes: not { MustBeOnly: true } }))
        {
            return SecondStep;
        }

        return hasDiscriminator ? Discriminator : objects.Fallback >= 0 || objects.Tags.Any(static tag => tag is { Value: null, Choice.IsDecided: true }) ? TagWithDefault : Tag;
    }
}
