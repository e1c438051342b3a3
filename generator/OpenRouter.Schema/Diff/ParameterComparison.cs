using OpenRouter.Generator.Api.Operations;

namespace OpenRouter.Schema.Diff;

/// <summary>Compares the optional parameters of a method, which are properties of a class.</summary>
internal static class ParameterComparison
{
    public static void Compare(string method, OptionsModel? old, OptionsModel? @new, ChangeList changes)
    {
        if (old is null || @new is null)
        {
            // The argument that holds them came or went, which is told already.
            return;
        }

        foreach (var (left, right) in Pairs.By(old.Parameters, @new.Parameters, static parameter => parameter.PropertyName, static parameter => parameter.WireName))
        {
            if (left is null)
            {
                changes.Added(ChangedPart.Parameter, $"{@new.Name}.{right!.PropertyName}", Type(right));
            }
            else if (right is null)
            {
                changes.Removed(ChangedPart.Parameter, $"{old.Name}.{left.PropertyName}", $"{Type(left)} of {method}");
            }
            else
            {
                Compare($"{old.Name}.{left.PropertyName}", left, right, changes);
            }
        }
    }

    private static void Compare(string name, ParameterModel old, ParameterModel @new, ChangeList changes)
    {
        if (old.PropertyName != @new.PropertyName)
        {
            changes.Changed(ChangedPart.Parameter, name, $"renamed to {@new.PropertyName}", breaks: true);
        }

        if (Type(old) != Type(@new))
        {
            changes.Changed(ChangedPart.Parameter, name, $"{Type(old)} → {Type(@new)}", breaks: true);
        }

        changes.Deprecation(ChangedPart.Parameter, name, old.IsDeprecated, @new.IsDeprecated);
    }

    private static string Type(ParameterModel parameter) => parameter.Type.Name + "?";
}
