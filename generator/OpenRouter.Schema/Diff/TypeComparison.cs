using OpenRouter.Generator.Api;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Schema.Diff;

/// <summary>Compares the types of two clients. What a type that came or went consists of is not told.</summary>
internal static class TypeComparison
{
    public static void Compare(ApiModel old, ApiModel @new, ChangeList changes)
    {
        foreach (var (left, right) in Pairs.By(Types(old), Types(@new), static type => type.Name))
        {
            Compare(left, right, changes);
        }
    }

    private static void Compare(ComparedType? old, ComparedType? @new, ChangeList changes)
    {
        switch (old, @new)
        {
            case (null, { } right):
                changes.Added(ChangedPart.Type, right.Name, right.Kind);
                break;
            case ({ } left, null):
                changes.Removed(ChangedPart.Type, left.Name, left.Kind);
                break;
            case ({ } left, { } right) when left.Kind != right.Kind:
                changes.Changed(ChangedPart.Type, left.Name, $"{left.Kind} → {right.Kind}", breaks: true);
                break;
            case ({ Model: ObjectModel left }, { Model: ObjectModel right }):
                ObjectComparison.Compare(left, right, changes);
                break;
            case ({ Model: EnumModel left }, { Model: EnumModel right }):
                EnumComparison.Compare(left, right, changes);
                break;
            case ({ Model: UnionModel left }, { Model: UnionModel right }):
                UnionComparison.Compare(left, right, changes);
                break;
        }
    }

    private static IEnumerable<ComparedType> Types(ApiModel model) =>
        model.Objects.Select(static item => new ComparedType(item.Name, "class", item))
            .Concat(model.Enums.Select(static item => new ComparedType(item.Name, item.IsNumber ? "number enum" : "enum", item)))
            .Concat(model.Unions.Select(static item => new ComparedType(item.Name, "union", item)));

    private sealed record ComparedType(string Name, string Kind, object Model);
}
