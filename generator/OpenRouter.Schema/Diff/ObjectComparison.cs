using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.Emit;

namespace OpenRouter.Schema.Diff;

/// <summary>Compares the two shapes of a class.</summary>
internal static class ObjectComparison
{
    public static void Compare(ObjectModel old, ObjectModel @new, ChangeList changes)
    {
        changes.Deprecation(ChangedPart.Type, old.Name, old.IsDeprecated, @new.IsDeprecated);
        CompareAbility(old.Name, "read from JSON", old.IsRead, @new.IsRead, changes);
        CompareAbility(old.Name, "written as JSON", old.IsWritten, @new.IsWritten, changes);
        CompareAbility(old.Name, "open for members that the document does not have", old.KeepsUnknownMembers, @new.KeepsUnknownMembers, changes);
        foreach (var (left, right) in Pairs.By(old.Properties, @new.Properties, static property => property.Name, static property => property.WireName))
        {
            if (left is null)
            {
                // Object initializers of the old client do not set it.
                changes.Added(ChangedPart.Member, $"{@new.Name}.{right!.Name}", Declared(@new, right), breaks: ObjectEmitter.IsRequired(@new, right));
            }
            else if (right is null)
            {
                changes.Removed(ChangedPart.Member, $"{old.Name}.{left.Name}", Declared(old, left));
            }
            else
            {
                Compare(old, left, @new, right, changes);
            }
        }
    }

    private static void Compare(ObjectModel oldOwner, PropertyModel old, ObjectModel newOwner, PropertyModel @new, ChangeList changes)
    {
        var name = $"{oldOwner.Name}.{old.Name}";
        if (old.Name != @new.Name)
        {
            changes.Changed(ChangedPart.Member, name, $"renamed to {@new.Name}", breaks: true);
        }

        if (old.WireName != @new.WireName)
        {
            changes.Changed(ChangedPart.Member, name, $"\"{old.WireName}\" → \"{@new.WireName}\" in JSON", breaks: false);
        }

        if (old.ConstantValue is { } constant && @new.ConstantValue is { } value && constant != value)
        {
            changes.Changed(ChangedPart.Member, name, $"constant \"{constant}\" → \"{value}\"", breaks: false);
        }

        if (Declared(oldOwner, old) != Declared(newOwner, @new))
        {
            changes.Changed(ChangedPart.Member, name, $"{Declared(oldOwner, old)} → {Declared(newOwner, @new)}", Breaks(oldOwner, old, newOwner, @new));
        }

        changes.Deprecation(ChangedPart.Member, name, old.IsDeprecated, @new.IsDeprecated);
    }

    /// <summary>Losing null and losing <c>required</c> can be harmless; every other change of a declaration is not.</summary>
    private static bool Breaks(ObjectModel oldOwner, PropertyModel old, ObjectModel newOwner, PropertyModel @new)
    {
        if (ObjectEmitter.IsRequired(newOwner, @new) && !ObjectEmitter.IsRequired(oldOwner, old))
        {
            return true;
        }

        var (before, after) = (ObjectEmitter.TypeOf(old), ObjectEmitter.TypeOf(@new));
        var onlyLostNull = before == after + "?";
        return before != after && !(onlyLostNull && !old.Type.IsValueType && !newOwner.IsSent);
    }

    private static void CompareAbility(string name, string ability, bool old, bool @new, ChangeList changes)
    {
        if (old != @new)
        {
            changes.Changed(ChangedPart.Type, name, (@new ? "now " : "no longer ") + ability, breaks: old);
        }
    }

    private static string Declared(ObjectModel owner, PropertyModel property) =>
        (ObjectEmitter.IsRequired(owner, property) ? "required " : "") + ObjectEmitter.TypeOf(property);
}
