using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Schema.Diff;

/// <summary>Compares the values that an open enum knows. A new one breaks nothing: unknown values were always possible.</summary>
internal static class EnumComparison
{
    public static void Compare(EnumModel old, EnumModel @new, ChangeList changes)
    {
        changes.Deprecation(ChangedPart.Type, old.Name, old.IsDeprecated, @new.IsDeprecated);
        foreach (var (left, right) in Pairs.By(old.Values, @new.Values, static value => value.Name, static value => value.Value))
        {
            if (left is null)
            {
                changes.Added(ChangedPart.Value, $"{@new.Name}.{right!.Name}", Text(right));
            }
            else if (right is null)
            {
                changes.Removed(ChangedPart.Value, $"{old.Name}.{left.Name}", Text(left));
            }
            else if (left.Name != right.Name)
            {
                changes.Changed(ChangedPart.Value, $"{old.Name}.{left.Name}", $"renamed to {right.Name}", breaks: true);
            }
            else if (left.Value != right.Value)
            {
                changes.Changed(ChangedPart.Value, $"{old.Name}.{left.Name}", $"{Text(left)} → {Text(right)}", breaks: false);
            }
        }
    }

    private static string Text(EnumValueModel value) => $"\"{value.Value}\"";
}
