using System.Linq;
using OpenRouter.Generator.Api.Operations;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints how a builder makes the objects that are sent: copies, so that the builder can go on.</summary>
internal static class BuilderBuildEmitter
{
    public static void Emit(CodeWriter code, BuilderModel builder)
    {
        if (builder.BuildsBody)
        {
            EmitBuild(code, builder);
        }

        if (builder.Operation.Options is { } options)
        {
            code.Separate();
            using (code.Initializer($"{BuilderEmitter.Shared(builder)}{options.Name} BuildParameters() => new()"))
            {
                foreach (var (property, parameter) in builder.Properties.Where(static property => property.IsParameter).Zip(options.Parameters, static (property, parameter) => (property, parameter)))
                {
                    code.Line($"{parameter.PropertyName} = {Copy(property)},");
                }
            }
        }
    }

    private static void EmitBuild(CodeWriter code, BuilderModel builder)
    {
        var type = builder.Operation.Body!.Type.Name;
        code.Separate();
        code.Summary("Makes the request object. Later changes of the builder do not touch it.");
        code.Comment("<exception cref=\"InvalidOperationException\">A required member was not set.</exception>");
        using (code.Initializer($"public {type} Build() => new()"))
        {
            foreach (var property in builder.Properties.Where(static property => !property.IsParameter))
            {
                code.Line($"{property.Name} = {Value(builder, property)},");
            }

            if (builder.AcceptsUnknownMembers)
            {
                code.Line("AdditionalProperties = JsonMembers.Copy(_extras),");
            }
        }
    }

    private static string Value(BuilderModel builder, BuilderProperty property)
    {
        if (!property.IsRequired || (property.IsArgument && !BuilderEmitter.IsList(property)))
        {
            return property.IsArgument && property.Type.IsValueType && property.IsRequired ? property.Field + "!.Value" : Copy(property) + (property.IsArgument && property.IsRequired ? "!" : "");
        }

        var call = (property.Adders.FirstOrDefault(static adder => adder is { IsLeading: false, Arguments.Count: > 0 }) ?? property.Adders.FirstOrDefault())?.Name ?? "With" + property.Name;
        var missing = $"throw new InvalidOperationException({Literal.Text($"{builder.Operation.Name} needs {property.Name}: call {call} before it is sent.")})";
        return $"{Copy(property)} ?? {missing}";
    }

    /// <summary>Lists grow in the builder; a map was copied when it was given, and is replaced as a whole.</summary>
    private static string Copy(BuilderProperty property) => BuilderEmitter.IsList(property) ? $"{property.Field}?.ToArray()" : property.Field;
}
