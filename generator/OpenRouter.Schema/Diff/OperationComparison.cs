using OpenRouter.Generator.Api.Operations;
using OpenRouter.Generator.Emit;

namespace OpenRouter.Schema.Diff;

/// <summary>Compares the two shapes of a method.</summary>
internal static class OperationComparison
{
    public static void Compare(ComparedMethod old, ComparedMethod @new, ChangeList changes)
    {
        var (name, left, right) = (old.Name, old.Operation, @new.Operation);
        if (name != @new.Name)
        {
            changes.Changed(ChangedPart.Operation, name, $"renamed to {@new.Name}", breaks: true);
        }

        if (left.HttpMethod != right.HttpMethod || left.Path != right.Path)
        {
            changes.Changed(ChangedPart.Operation, name, $"{left.HttpMethod} {left.Path} → {right.HttpMethod} {right.Path}", breaks: false);
        }

        changes.Deprecation(ChangedPart.Operation, name, left.IsDeprecated, right.IsDeprecated);
        CompareResults(name, left.Result, right.Result, changes);
        CompareArguments(name, left, right, changes);
        ParameterComparison.Compare(name, left.Options, right.Options, changes);
        ComparePages(old, @new, changes);
        CompareBuilders(old, @new, changes);
    }

    private static void CompareResults(string name, ResultModel old, ResultModel @new, ChangeList changes)
    {
        var (left, right) = (GroupEmitter.ReturnType(old), GroupEmitter.ReturnType(@new));
        if (left != right)
        {
            var onlyLostNull = GroupEmitter.ReturnType(old with { CanBeEmpty = false }) == right && old.Type is { IsValueType: false };
            changes.Changed(ChangedPart.Operation, name, $"answer {left} → {right}", breaks: !onlyLostNull);
        }
    }

    /// <summary>Arguments are told one by one when their names changed, and whole when only their order did.</summary>
    private static void CompareArguments(string name, OperationModel old, OperationModel @new, ChangeList changes)
    {
        var (left, right) = (Signature.Of(old), Signature.Of(@new));
        foreach (var (before, after) in Pairs.By(left, right, static argument => argument.Name))
        {
            if (before is null)
            {
                // A token that was given by position would meet the new argument.
                changes.Added(ChangedPart.Parameter, $"{name}({after!.Name})", after.ToString(), breaks: true);
            }
            else if (after is null)
            {
                changes.Removed(ChangedPart.Parameter, $"{name}({before.Name})", before.ToString());
            }
            else if (before != after)
            {
                var onlyOptionalNow = after == before with { Type = before.Type + "?", IsOptional = true };
                changes.Changed(ChangedPart.Parameter, $"{name}({before.Name})", $"{before} → {after}", breaks: !onlyOptionalNow);
            }
        }

        var (names, newNames) = (left.Select(static argument => argument.Name).ToList(), right.Select(static argument => argument.Name).ToList());
        if (!names.Intersect(newNames).SequenceEqual(newNames.Intersect(names)))
        {
            changes.Changed(ChangedPart.Operation, name, $"arguments ({string.Join(", ", names)}) → ({string.Join(", ", newNames)})", breaks: true);
        }
    }

    private static void ComparePages(ComparedMethod old, ComparedMethod @new, ChangeList changes)
    {
        var (left, right) = (Pages(old), Pages(@new));
        if (left == right)
        {
            return;
        }

        if (left is null)
        {
            changes.Added(ChangedPart.Operation, $"{@new.Group}.{@new.Operation.Paging!.MethodName}Async", right!);
        }
        else if (right is null)
        {
            changes.Removed(ChangedPart.Operation, $"{old.Group}.{old.Operation.Paging!.MethodName}Async", left);
        }
        else
        {
            changes.Changed(ChangedPart.Operation, $"{old.Group}.{old.Operation.Paging!.MethodName}Async", $"{left} → {right}", breaks: true);
        }
    }

    private static string? Pages(ComparedMethod method) =>
        method.Operation.Paging is { } paging ? $"pages of {paging.ItemName} by {paging.MethodName}Async" : null;

    private static void CompareBuilders(ComparedMethod old, ComparedMethod @new, ChangeList changes)
    {
        var (left, right) = (Arguments(old.Builder), Arguments(@new.Builder));
        if (left != right)
        {
            changes.Changed(ChangedPart.Operation, $"{old.Group}.{old.Operation.Name}", $"builder ({left}) → ({right})", breaks: true);
        }
    }

    private static string Arguments(BuilderModel builder) =>
        string.Join(", ", builder.Arguments.Select(static argument => $"{argument.Type.Name}{(argument.IsRequired ? "" : "?")} {argument.Name}"));
}
