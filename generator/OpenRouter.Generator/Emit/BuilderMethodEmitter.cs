using System.Linq;
using OpenRouter.Generator.Api.Naming;
using OpenRouter.Generator.Api.Operations;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints the methods of a builder that set a member or add an item.</summary>
internal static class BuilderMethodEmitter
{
    public static void Emit(CodeWriter code, BuilderModel builder, BuilderProperty property)
    {
        EmitWith(code, builder, property);
        foreach (var adder in property.Adders)
        {
            EmitAdder(code, builder, property, adder);
        }
    }

    private static void EmitWith(CodeWriter code, BuilderModel builder, BuilderProperty property)
    {
        var name = CSharpName.Camel(property.Name);
        var isList = BuilderEmitter.IsList(property);
        var isMap = BuilderEmitter.IsMap(property);
        var type = isList ? $"IEnumerable<{BuilderEmitter.ItemOf(property.Type)}>"
            : property.IsThreeStates ? property.Type.Name + "?"
            : property.Type.Name;
        code.Separate();
        code.Doc(property.Doc);
        code.SettingAnnotations(property);

        using (code.Block($"public {builder.StepType} With{property.Name}({Annotations.Inline(code, property.Role, property.Range, property.Limits)}{type} {name})"))
        {
            if (isList || isMap || !(property.Type.IsValueType || property.IsThreeStates))
            {
                code.Line($"ArgumentNullException.ThrowIfNull({name});");
            }

            code.Line($"{(property.Field == name ? "this." : "")}{property.Field} = {(isList ? $"[.. {name}]" : isMap ? $"new({name})" : property.IsThreeStates ? $"new({name})" : name)};");
            if (property.LeadingField is { } leading)
            {
                code.Line($"{leading} = 0;");
            }

            code.Line(BuilderEmitter.Step(builder));
        }
    }

    private static void EmitAdder(CodeWriter code, BuilderModel builder, BuilderProperty property, BuilderAdder adder)
    {
        var single = CSharpName.Camel(CSharpName.Singular(property.Name));
        var parameters = adder.Arguments.Count == 0
            ? $"{Annotations.Inline(code, property.Role, null)}{adder.Item.Name}{(property.Type.IsItemNullable && adder.Item == property.Type.Item ? "?" : "")} {single}"
            : string.Join(", ", adder.Arguments.Select(argument => $"{Annotations.Inline(code, argument.Role, null)}{argument.Type.Name} {argument.Name}"));
        code.Separate();
        code.Summary(adder.Summary);
        if (adder.OffersTools)
        {
            code.Annotation("OffersTools");
        }

        using (code.Block($"public {builder.StepType} {adder.Name}({parameters})"))
        {
            if (adder.Arguments.Count == 0)
            {
                EmitGuard(code, single, !adder.Item.IsValueType && !property.Type.IsItemNullable);
                EmitInsert(code, property, adder, single);
            }
            else
            {
                foreach (var argument in adder.Arguments)
                {
                    EmitGuard(code, argument.Name, !argument.Type.IsValueType);
                }

                var members = string.Join(", ", adder.Arguments.Select(static argument => $"{argument.PropertyName} = {argument.Name}"));
                EmitInsert(code, property, adder, $"new {adder.Item.Name} {{ {members} }}");
            }

            code.Line(BuilderEmitter.Step(builder));
        }
    }

    private static void EmitGuard(CodeWriter code, string name, bool isReference)
    {
        if (isReference)
        {
            code.Line($"ArgumentNullException.ThrowIfNull({name});");
        }
    }

    private static void EmitInsert(CodeWriter code, BuilderProperty property, BuilderAdder adder, string item)
    {
        code.Line(adder.IsLeading && property.LeadingField is { } leading
            ? $"({property.Field} ??= []).Insert({leading}++, {item});"
            : $"({property.Field} ??= []).Add({item});");
    }
}
