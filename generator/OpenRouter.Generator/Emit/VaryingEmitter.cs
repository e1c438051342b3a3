using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>
/// Prints how a streamed type tells which of its values differ from event to event, and how it copies itself with others. Both
/// walk through the same members in the same order.
/// </summary>
internal static class VaryingEmitter
{
    /// <summary>Prints what keeps the members that stay, for copies to share.</summary>
    public static void EmitFields(CodeWriter code, ObjectModel model)
    {
        if (model.HasRest)
        {
            code.Line("private readonly Rest _rest;");
        }
    }

    /// <summary>Where the value of a member is kept; null when its property keeps it.</summary>
    public static string? PlaceOf(ObjectModel model, PropertyModel property)
    {
        if (model.IsInRest(property))
        {
            return "_rest." + property.Name;
        }

        return model.VaryingOf(property) is null ? null : property.FieldName;
    }

    /// <summary>Prints the file that stands beside that of a part of a chunk.</summary>
    public static SourceText EmitFile(ObjectModel model)
    {
        var code = SourceHeader.Start(model.Style, model.Namespace, model.RestUsings);
        code.Use(Usings.RuntimeJson);
        foreach (var property in model.Properties.Where(model.IsInRest))
        {
            code.Use(property.Type);
            code.Use(LateMembers.Has(model, property) ? Usings.Streaming : Usings.None);
        }

        using (code.Block($"{code.Access} sealed partial class {model.Name}"))
        {
            EmitMembers(code, model);
        }

        return code.ToSourceText();
    }

    /// <summary>Prints the members into the file of the type, when they need none of their own.</summary>
    public static void Emit(CodeWriter code, ObjectModel model)
    {
        if (!model.HasRest)
        {
            EmitMembers(code, model);
        }
    }

    private static void EmitMembers(CodeWriter code, ObjectModel model)
    {
        var isItem = model.ChatPart is ChatPart.Chunk or ChatPart.Event;
        if (model.Varying.Count == 0)
        {
            if (isItem)
            {
                code.Separate();
                code.Line($"void IVarying<{model.Name}>.Vary(VaryingPaths paths) {{ }}");
                code.Separate();
                code.Line($"{model.Name} IVarying<{model.Name}>.With(VaryingValues values) => this;");
            }

            return;
        }

        code.Use(model.Varying.Any(static member => member.Form == VaryingForm.FirstItem) ? Usings.Memo | Usings.Streaming : Usings.Memo);
        var (access, owner) = isItem ? ("", $"IVarying<{model.Name}>.") : ("internal ", "");
        var members = model.Varying.Select(member => (Member: member, Property: model.Find(member.WireName)!)).ToList();
        code.Separate();
        using (code.Block($"{access}{(isItem || !model.IsFlat ? "" : "static ")}void {owner}Vary(VaryingPaths paths)"))
        {
            foreach (var (member, property) in members)
            {
                EmitPath(code, member, property);
            }
        }

        code.Separate();
        if (model.HasRest)
        {
            EmitPartCopy(code, model, members, $"{access}{model.Name} {owner}");
        }
        else
        {
            EmitEventCopy(code, model, members, $"{access}{model.Name} {owner}");
        }
    }

    public static void Emit(CodeWriter code, UnionModel model)
    {
        if (!model.IsStreamEvent && model.VaryingCases.Count == 0)
        {
            return;
        }

        code.Use(Usings.Memo);
        var (access, owner) = model.IsStreamEvent ? ("", $"IVarying<{model.Name}>.") : ("internal ", "");
        code.Separate();
        if (model.VaryingCases.Count == 0)
        {
            code.Line($"void {owner}Vary(VaryingPaths paths) {{ }}");
            code.Separate();
            code.Line($"{model.Name} {owner}With(VaryingValues values) => this;");
            return;
        }

        using (code.Block($"{access}void {owner}Vary(VaryingPaths paths)"))
        using (code.Block("switch (Value)"))
        {
            foreach (var unionCase in model.VaryingCases)
            {
                code.Line(unionCase.IsFlat ? $"case {unionCase.Name}: {unionCase.Name}.Vary(paths); break;" : $"case {unionCase.Name} held: held.Vary(paths); break;");
            }
        }

        code.Separate();
        using (code.Switch($"{access}{model.Name} {owner}With(VaryingValues values) => Value switch"))
        {
            foreach (var unionCase in model.VaryingCases)
            {
                code.Line($"{unionCase.Name} held => new(held.With(values)),");
            }

            code.Line("_ => this,");
        }
    }

    private static void EmitPath(CodeWriter code, VaryingMember member, PropertyModel property)
    {
        var name = Literal.Text(member.WireName);
        code.Line(member.Form switch
        {
            VaryingForm.Piece => $"paths.Piece({name}, PieceRole.{member.Role});",
            VaryingForm.Details => $"paths.Details({name}, {ChatEmitter.RawReasoning});",
            VaryingForm.Text when member.Role == "Head" => $"paths.Head({name});",
            VaryingForm.Text or VaryingForm.Number => $"paths.{member.Form}({name});",
            VaryingForm.FirstItem when member.FlatType is { } type => $"if ({property.FieldName} is [_, ..]) {{ {type}.Vary(paths.At({name})); }}",
            VaryingForm.FirstItem => $"if ({property.FieldName} is [var first, ..]) {{ first.Vary(paths.At({name})); }}",
            _ when member.FlatType is { } type => $"if ({property.FieldName} is not null) {{ {type}.Vary(paths.At({name})); }}",
            _ => $"{property.FieldName}?.Vary(paths.At({name}));",
        });
    }

    /// <summary>The parts of a chunk are copied for each event, so a copy is made of what varies and of a reference to the rest.</summary>
    private static void EmitPartCopy(CodeWriter code, ObjectModel model, List<(VaryingMember Member, PropertyModel Property)> members, string signature)
    {
        code.Line($"{signature}With(VaryingValues values) => new(this, values);");
        code.Separate();
        using (code.Block($"private {model.Name}({model.Name} source, VaryingValues values)"))
        {
            var rare = members.Where(static item => item.Member.IsRare).ToList();
            code.Line(rare.Count == 0 ? "_rest = source._rest;" : $"_rest = values.Skip({Literal.Number(rare.Count)}) ? source._rest : source._rest.With(values);");
            foreach (var (member, property) in members.Where(static item => !item.Member.IsRare))
            {
                EmitCopied(code, member, property, "", "source.");
            }
        }

        code.Separate();
        using (code.Block("private sealed class Rest"))
        {
            foreach (var property in model.Properties.Where(model.IsInRest))
            {
                code.Line($"public {(LateMembers.Has(model, property) ? LateMembers.Keeper(property) : property.Type.Name)}? {property.Name};");
            }

            if (model.KeepsUnknownMembers)
            {
                code.Line("public JsonExtras? AdditionalProperties;");
            }

            if (model.ChatPart == ChatPart.Chunk)
            {
                code.Line("public global::OpenRouter.Core.StreamRecovery? Recovery;");
            }

            EmitRareCopy(code, [.. members.Where(static item => item.Member.IsRare)]);
        }
    }

    private static void EmitRareCopy(CodeWriter code, List<(VaryingMember Member, PropertyModel Property)> rare)
    {
        if (rare.Count == 0)
        {
            return;
        }

        code.Separate();
        using (code.Block("public Rest With(VaryingValues values)"))
        {
            code.Line("var copy = (Rest)MemberwiseClone();");
            foreach (var (member, property) in rare)
            {
                code.Line($"copy.{property.Name} = values.{member.Form}({property.Name});");
            }

            code.Line("return copy;");
        }
    }

    private static void EmitEventCopy(CodeWriter code, ObjectModel model, List<(VaryingMember Member, PropertyModel Property)> members, string signature)
    {
        using (code.Block($"{signature}With(VaryingValues values)"))
        {
            code.Line($"var copy = ({model.Name})MemberwiseClone();");
            foreach (var (member, property) in members)
            {
                EmitCopied(code, member, property, "copy.", "");
            }

            code.Line("return copy;");
        }
    }

    private static void EmitCopied(CodeWriter code, VaryingMember member, PropertyModel property, string target, string source)
    {
        var field = property.FieldName;
        var held = source + field;
        switch (member.Form)
        {
            case VaryingForm.Details:
                code.Line($"{target}{ChatEmitter.RawReasoning} = values.Details({source}{ChatEmitter.RawReasoning});");
                code.Line($"{target}{field} = {target}{ChatEmitter.RawReasoning} == {source}{ChatEmitter.RawReasoning} ? {held} : null;");
                break;
            case VaryingForm.FirstItem:
                code.Line($"{target}{field} = {held} is [var first, ..] ? ChatEnd.WithFirst({held}, first.With(values)) : {held};");
                break;
            case VaryingForm.Object:
                code.Line($"{target}{field} = {held}?.With(values);");
                break;
            case VaryingForm.Union:
                code.Line($"{target}{field} = {held} is {{ }} {Local(property)} ? {Local(property)}.With(values) : {held};");
                break;
            default:
                code.Line($"{target}{field} = values.{(member.Form == VaryingForm.Number ? "Number" : "Text")}({held});");
                break;
        }
    }

    private static string Local(PropertyModel property) => "held" + property.Name;
}
