using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.Emit;

namespace OpenRouter.Schema.Diff;

/// <summary>Compares the cases of a union.</summary>
internal static class UnionComparison
{
    public static void Compare(UnionModel old, UnionModel @new, ChangeList changes)
    {
        changes.Deprecation(ChangedPart.Type, old.Name, old.IsDeprecated, @new.IsDeprecated);

        // Match takes one function for each case, where there is a Match.
        var hasMatch = old.Cases.Count <= UnionEmitter.MaxMatchCases;
        foreach (var (left, right) in Pairs.By(old.Cases, @new.Cases, static unionCase => unionCase.Name, static unionCase => unionCase.Type.Name))
        {
            if (left is null)
            {
                changes.Added(ChangedPart.Case, $"{@new.Name}.{right!.Name}", right.Type.Name + (hasMatch ? ", one more function for Match" : ""), breaks: hasMatch);
            }
            else if (right is null)
            {
                changes.Removed(ChangedPart.Case, $"{old.Name}.{left.Name}", left.Type.Name);
            }
            else if (left.Name != right.Name)
            {
                changes.Changed(ChangedPart.Case, $"{old.Name}.{left.Name}", $"renamed to {right.Name}", breaks: true);
            }
            else if (left.Type.Name != right.Type.Name)
            {
                changes.Changed(ChangedPart.Case, $"{old.Name}.{left.Name}", $"{left.Type.Name} → {right.Type.Name}", breaks: true);
            }
        }

        if (hasMatch && !Common(old, @new).SequenceEqual(Common(@new, old)))
        {
            changes.Changed(ChangedPart.Type, old.Name, "the functions of Match stand in another order", breaks: true);
        }
    }

    private static IEnumerable<string> Common(UnionModel union, UnionModel other) =>
        union.Cases.Select(static unionCase => unionCase.Name).Intersect(other.Cases.Select(static unionCase => unionCase.Name));
}
