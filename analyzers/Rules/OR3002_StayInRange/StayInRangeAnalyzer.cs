using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR3002_StayInRange;

/// <summary>A constant is given to a member that the service is known to refuse it for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class StayInRangeAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.StayInRange,
        "Constant outside of the schema's range",
        "The value of '{0}' {1}",
        RuleCatalog.Requests,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The description of the service says which values it accepts. A request with another one is refused, after it was sent.",
        RuleCatalog.PageOf(RuleIds.StayInRange, "StayInRange"));

    public StayInRangeAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        var annotations = known.Annotations;
        return annotations.ValueRange.Exists || annotations.ValueLength.Exists || annotations.ValuePattern.Exists;
    }

    public override void Analyze(BodyContext body)
    {
        var annotations = body.Known.Annotations;
        var seen = new HashSet<SyntaxNode>();
        foreach (var given in GivenValues.To(annotations.ValueRange, body))
        {
            if (IsNumber(TypeOf(given.Receiver)) && NumberRange.Of(annotations.ValueRange.TryFind(given.Receiver)) is { } range)
            {
                CheckNumber(given, range, seen, body);
            }
        }

        foreach (var given in GivenValues.To(annotations.ValueLength, body))
        {
            if (annotations.ValueLength.TryFind(given.Receiver) is { ConstructorArguments.Length: 2 } limits &&
                limits.ConstructorArguments[0].Value is int minimum && limits.ConstructorArguments[1].Value is int maximum)
            {
                CheckLength(given, minimum, maximum, seen, body);
            }
        }

        foreach (var given in GivenValues.To(annotations.ValuePattern, body))
        {
            if (TypeOf(given.Receiver)?.SpecialType == SpecialType.System_String && TextPattern.Of(annotations.ValuePattern.TryFind(given.Receiver)) is { } pattern)
            {
                foreach (var (text, place) in TextsIn(given, body).Where(text => !pattern.Accepts(text.Value)))
                {
                    Report(given, place, "does not match the pattern '" + pattern + "'", nearest: null, seen, body);
                }
            }
        }
    }

    private static void CheckNumber(GivenValue given, NumberRange range, HashSet<SyntaxNode> seen, BodyContext body)
    {
        foreach (var constant in ConstantValues.Reaching(given.Value, body, isCertain: true))
        {
            if (NumberIn(constant.Value) is not { } number)
            {
                continue;
            }

            if (double.IsNaN(number) || double.IsInfinity(number))
            {
                Report(given, constant.Syntax, "is no number that JSON can carry", nearest: null, seen, body);
            }
            else if (!range.Accepts(number))
            {
                Report(given, constant.Syntax, "is " + NumberRange.Text(number) + ", but has to be " + range, range.NearestTo(number), seen, body);
            }
        }
    }

    private static void CheckLength(GivenValue given, int minimum, int maximum, HashSet<SyntaxNode> seen, BodyContext body)
    {
        var type = TypeOf(given.Receiver);
        if (type?.SpecialType == SpecialType.System_String)
        {
            foreach (var (text, place) in TextsIn(given, body))
            {
                CheckLength(given, place, LengthOf(text), minimum, maximum, "character", seen, body);
            }
        }
        else if (IsList(type) && ListLength.TryCount(given.Value) is { } count)
        {
            CheckLength(given, given.Value.Syntax, count, minimum, maximum, "item", seen, body);
        }
    }

    private static void CheckLength(GivenValue given, SyntaxNode place, int length, int minimum, int maximum, string unit, HashSet<SyntaxNode> seen, BodyContext body)
    {
        var limit = length < minimum ? "at least " + minimum.ToString(CultureInfo.InvariantCulture)
            : length > maximum ? "at most " + maximum.ToString(CultureInfo.InvariantCulture)
            : null;
        if (limit is not null)
        {
            Report(given, place, "has " + length.ToString(CultureInfo.InvariantCulture) + " " + unit + (length == 1 ? "" : "s") + ", but has to have " + limit, nearest: null, seen, body);
        }
    }

    private static IEnumerable<(string Value, SyntaxNode Place)> TextsIn(GivenValue given, BodyContext body)
    {
        return ConstantValues.Reaching(given.Value, body, isCertain: true)
            .Where(static constant => constant.Value is string)
            .Select(static constant => ((string)constant.Value, constant.Syntax));
    }

    // Schemas count characters, C# counts halves of some.
    private static int LengthOf(string text)
    {
        return text.Length - text.Count(char.IsLowSurrogate);
    }

    private static double? NumberIn(object constant)
    {
        return constant is string or bool or char ? null : Convert.ToDouble(constant, CultureInfo.InvariantCulture);
    }

    private static ITypeSymbol? TypeOf(ISymbol receiver)
    {
        var type = receiver switch { IParameterSymbol parameter => parameter.Type, IPropertySymbol property => property.Type, _ => null };
        return type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
    }

    private static bool IsNumber(ITypeSymbol? type)
    {
        return type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;
    }

    private static bool IsList(ITypeSymbol? type)
    {
        return type is IArrayTypeSymbol || (type is not null && type.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) == true);
    }

    private static void Report(GivenValue given, SyntaxNode place, string fault, string? nearest, HashSet<SyntaxNode> seen, BodyContext body)
    {
        if (seen.Add(place))
        {
            // What a local starts with may be meant for other uses too.
            var isFixable = nearest is not null && given.Value.Syntax.Span.Contains(place.Span);
            var properties = ImmutableDictionary<string, string?>.Empty;
            body.Report(
                Rule,
                place.GetLocation(),
                DiagnosticSeverity.Warning,
                !isFixable ? properties : properties.Add(RangeProperties.Nearest, nearest),
                given.Receiver.Name,
                fault);
        }
    }
}
