using OpenRouter.Generator.Api.Operations;

namespace OpenRouter.Schema.Diff;

/// <summary>The arguments of a method before its token.</summary>
internal static class Signature
{
    public static IReadOnlyList<SignatureArgument> Of(OperationModel operation)
    {
        var arguments = operation.Arguments.Select(static argument => new SignatureArgument(argument.ArgumentName, argument.Type.Name, false)).ToList();
        if (operation.Body is { } body)
        {
            arguments.Add(new SignatureArgument("request", body.Type.Name + (body.IsRequired ? "" : "?"), !body.IsRequired));
        }

        if (operation.Options is { } options)
        {
            arguments.Add(new SignatureArgument("parameters", options.Name + "?", true));
        }

        return arguments;
    }
}

/// <summary>An argument as it is declared.</summary>
internal sealed record SignatureArgument(string Name, string Type, bool IsOptional)
{
    public override string ToString() => $"{Type} {Name}{(IsOptional ? " = null" : "")}";
}
