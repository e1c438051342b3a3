using OpenRouter.Generator.Api;
using OpenRouter.Generator.Api.Operations;

namespace OpenRouter.Schema.Diff;

/// <summary>Compares two clients as those who call them see them.</summary>
internal static class ModelComparison
{
    public static IReadOnlyList<Change> Compare(ApiModel old, ApiModel @new)
    {
        var changes = new ChangeList();
        CompareClients(old, @new, changes);
        foreach (var (left, right) in Pairs.By(Methods(old), Methods(@new), static method => method.Name, static method => method.Wire))
        {
            Compare(left, right, changes);
        }

        TypeComparison.Compare(old, @new, changes);
        return changes.Sorted;
    }

    private static void CompareClients(ApiModel old, ApiModel @new, ChangeList changes)
    {
        if (old.RootNamespace != @new.RootNamespace)
        {
            changes.Changed(ChangedPart.Client, old.RootNamespace, $"the namespace is {@new.RootNamespace}", breaks: true);
        }

        switch (old.Client, @new.Client)
        {
            case ({ } left, null):
                changes.Removed(ChangedPart.Client, left.Name, "there are no operations");
                break;
            case (null, { } right):
                changes.Added(ChangedPart.Client, right.Name, "there are operations");
                break;
            case ({ } left, { } right) when left.Name != right.Name:
                changes.Changed(ChangedPart.Client, left.Name, $"renamed to {right.Name}", breaks: true);
                break;
            case ({ } left, { } right) when left.BaseAddress != right.BaseAddress:
                changes.Changed(ChangedPart.Client, left.Name, $"base address {left.BaseAddress} → {right.BaseAddress}", breaks: false);
                break;
        }
    }

    private static void Compare(ComparedMethod? old, ComparedMethod? @new, ChangeList changes)
    {
        if (old is null)
        {
            changes.Added(ChangedPart.Operation, @new!.Name, $"{@new.Operation.HttpMethod} {@new.Operation.Path}");
        }
        else if (@new is null)
        {
            changes.Removed(ChangedPart.Operation, old.Name, $"{old.Operation.HttpMethod} {old.Operation.Path}");
        }
        else
        {
            OperationComparison.Compare(old, @new, changes);
        }
    }

    private static IEnumerable<ComparedMethod> Methods(ApiModel model) =>
        from @group in model.Groups
        from pair in @group.Operations.Zip(@group.Builders)
        select new ComparedMethod(@group.Name, pair.First, pair.Second);
}

/// <summary>A method of a group, with its builder.</summary>
internal sealed record ComparedMethod(string Group, OperationModel Operation, BuilderModel Builder)
{
    public string Name => $"{Group}.{Operation.Name}Async";

    /// <summary>What a method is on the wire: the request, what it carries and how it is answered.</summary>
    public string Wire => $"{Operation.HttpMethod} {Operation.Path} {Operation.Body?.Kind} {Operation.Body?.ContentType} {Operation.Result.Kind}";
}
