using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR3004_CombineSettings;

/// <summary>The settings of a body that go wrong, each with one reason. It is the earlier of two that is named: the later one wins.</summary>
internal sealed class SettingFindings
{
    private readonly BodyContext _body;
    private readonly KnownAnnotations _annotations;
    private readonly List<(IOperation Place, string Name, string Reason)> _found = [];

    public SettingFindings(BodyContext body)
    {
        _body = body;
        _annotations = body.Known.Annotations;
    }

    public void AddDuplicates(IReadOnlyList<IInvocationOperation> chain)
    {
        for (var i = 0; i < chain.Count - 1; i++)
        {
            var method = chain[i].TargetMethod.OriginalDefinition;
            if (IsSingleValue(method) && chain.Skip(i + 1).Any(later => SymbolEqualityComparer.Default.Equals(later.TargetMethod.OriginalDefinition, method)))
            {
                Add(chain[i], method.Name, "is set again later in the chain, which replaces this value");
            }
        }
    }

    public void AddContradictions(IReadOnlyList<RequestSetting> settings)
    {
        for (var i = 0; i < settings.Count - 1; i++)
        {
            var earlier = settings[i];
            var other = settings.Skip(i + 1).FirstOrDefault(later => Excludes(earlier.Member, later.Member) || Excludes(later.Member, earlier.Member));
            if (other is not null && IsAlwaysSet(earlier) && IsAlwaysSet(other))
            {
                Add(earlier.Place, earlier.Member.Name, $"cannot be combined with '{other.Member.Name}', which is set too");
            }
        }
    }

    public void AddToolChoice(RequestChain chain)
    {
        var choices = chain.With(_annotations.ToolChoice).ToList();
        if (choices.Count == 0 || !chain.IsWhole || chain.Settings.Any(MayOfferTools) || !choices.All(choice => SettingValue.IsCertain(choice) && !ForbidsTools(choice)))
        {
            return;
        }

        foreach (var choice in choices)
        {
            Add(choice.Place, choice.Member.Name, "has nothing to choose from: the request offers no tools");
        }
    }

    public void Report(DiagnosticDescriptor rule)
    {
        if (_found.Count == 0 || _body.Facts.Blocks.Any(static block => IsCompiledInParts(block.Syntax)))
        {
            return;
        }

        foreach (var (place, name, reason) in _found)
        {
            var properties = ImmutableDictionary<string, string?>.Empty;
            if (place is IInvocationOperation step && SettingValue.IsPure(step))
            {
                properties = properties.Add(CombineProperties.IsRemovable, "");
            }

            _body.Report(rule, StreamExpression.LocationOf(place), DiagnosticSeverity.Info, properties, name, reason);
        }
    }

    private void Add(IOperation place, string name, string reason)
    {
        if (!_found.Exists(known => known.Place == place))
        {
            _found.Add((place, name, reason));
        }
    }

    /// <summary>Whether a call replaces what an earlier one has set; one that takes a list, or says how to build something, may add to it.</summary>
    private bool IsSingleValue(IMethodSymbol method)
    {
        return method is { IsGenericMethod: false, Parameters: { Length: 1 } parameters }
            && method.Name.StartsWith("With", StringComparison.Ordinal)
            && !_annotations.OffersTools.IsOn(method)
            && parameters[0] is { IsParams: false, RefKind: RefKind.None, Type: { TypeKind: not (TypeKind.Array or TypeKind.Delegate) } type }
            && (type.SpecialType == SpecialType.System_String || !IsList(type))
            && IsOfClient(method);
    }

    private static bool IsList(ITypeSymbol type)
    {
        return type.SpecialType == SpecialType.System_Collections_IEnumerable
            || type.AllInterfaces.Any(static face => face.SpecialType == SpecialType.System_Collections_IEnumerable);
    }

    // The class is partial: what users write into their part follows rules of its own.
    private bool IsOfClient(IMethodSymbol method)
    {
        var annotated = _annotations.RequestBuilder.TryFind(method.ContainingType)?.ApplicationSyntaxReference?.SyntaxTree;
        return method.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree == annotated;
    }

    private bool Excludes(ISymbol member, ISymbol other)
    {
        return member.GetAttributes().Any(attribute =>
            _annotations.Excludes.Is(attribute) && attribute.ConstructorArguments is { Length: 1 } arguments && arguments[0].Value is string name && name == other.Name);
    }

    // One step of the body that may take the setting back is enough for doubt.
    private bool IsAlwaysSet(RequestSetting setting)
    {
        return SettingValue.IsCertain(setting) && SettingChain.SettingsOf(_body.Facts.Steps)
            .Where(other => SymbolEqualityComparer.Default.Equals(other.Member, setting.Member))
            .All(SettingValue.IsCertain);
    }

    private bool MayOfferTools(RequestSetting setting)
    {
        if (_annotations.ToolChoice.IsOn(setting.Member))
        {
            return false;
        }

        // A step that takes the name of what it sets can set anything.
        var isNamed = setting.Member is IMethodSymbol { Parameters: { Length: > 1 } parameters } && parameters[0].Type.SpecialType == SpecialType.System_String
            && (setting.Value?.ConstantValue is not { HasValue: true, Value: string key } || NamesTools(key));
        return isNamed
            || _annotations.OffersTools.IsOn(setting.Member)
            || NamesTools(setting.Member.Name)
            || setting.Member.Name.IndexOf("Additional", StringComparison.Ordinal) >= 0 && setting.Member is IPropertySymbol;
    }

    private static bool NamesTools(string name)
    {
        return name.IndexOf("tool", StringComparison.OrdinalIgnoreCase) >= 0;
    }

    // To forbid what is not there harms nobody; which one a variable holds is not known.
    private static bool ForbidsTools(RequestSetting choice)
    {
        return choice.Value!.DescendantsAndSelf().Any(static part => part switch
        {
            IMemberReferenceOperation member => IsNone(member.Member.Name),
            { ConstantValue: { HasValue: true, Value: string text } } => IsNone(text),
            ILocalReferenceOperation or IParameterReferenceOperation or IConditionalOperation or IInvocationOperation => true,
            _ => false,
        });
    }

    private static bool IsNone(string text)
    {
        return text.Equals("none", StringComparison.OrdinalIgnoreCase);
    }

    // What is left out of one build may be all there is in another.
    private static bool IsCompiledInParts(SyntaxNode node)
    {
        return node.ContainsDirectives && node.DescendantTrivia(descendIntoTrivia: false).Any(static trivia => trivia.IsKind(SyntaxKind.IfDirectiveTrivia));
    }
}
