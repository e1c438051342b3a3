using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>
/// The bits in which a class keeps which members that must be there, but may be null, were not in the JSON it was read from:
/// they are left out again when it is written. An object that a user makes has no bit set and writes null.
/// </summary>
internal static class AbsenceBits
{
    private const int BitsOfAField = 32;

    public static void EmitFields(CodeWriter code, ObjectModel model)
    {
        for (var field = 0; field * BitsOfAField < Tracked(model).Count; field++)
        {
            code.Line($"private uint {Field(field)};");
        }
    }

    /// <summary>Before anything was read, all of them are absent.</summary>
    public static void EmitStart(CodeWriter code, ObjectModel model)
    {
        var count = Tracked(model).Count;
        for (var field = 0; field * BitsOfAField < count; field++)
        {
            var bits = System.Math.Min(count - (field * BitsOfAField), BitsOfAField);
            code.Line($"{Field(field)} = {Mask((1L << bits) - 1)};");
        }
    }

    /// <summary>The statement that notes that a member came; null for a member that needs none.</summary>
    public static string? Seen(ObjectModel model, PropertyModel property) =>
        Tracked(model).IndexOf(property) is var index and >= 0 ? $"{Field(index / BitsOfAField)} &= ~{Mask(1L << (index % BitsOfAField))};" : null;

    /// <summary>The condition under which a member is written; null when it always is.</summary>
    public static string? IsWritten(ObjectModel model, PropertyModel property) =>
        Tracked(model).IndexOf(property) is var index and >= 0 ? $"({Field(index / BitsOfAField)} & {Mask(1L << (index % BitsOfAField))}) == 0" : null;

    private static List<PropertyModel> Tracked(ObjectModel model) =>
        model.IsRead && model.IsWritten ? model.Properties.Where(static property => property.Presence == PropertyPresence.RequiredNullable).ToList() : [];

    private static string Field(int index) => index == 0 ? "_absent" : "_absent" + Literal.Number(index + 1);

    private static string Mask(long bits) => bits.ToString(System.Globalization.CultureInfo.InvariantCulture) + "U";
}
