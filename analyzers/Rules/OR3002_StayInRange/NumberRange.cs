using System.Globalization;
using System.Linq;

using Microsoft.CodeAnalysis;

namespace OpenRouter.Analyzers.Rules.OR3002_StayInRange;

/// <summary>The numbers that a member accepts.</summary>
internal sealed class NumberRange
{
    private readonly double _minimum;
    private readonly double _maximum;
    private readonly bool _excludesMinimum;
    private readonly bool _excludesMaximum;

    private NumberRange(double minimum, double maximum, bool excludesMinimum, bool excludesMaximum)
    {
        _minimum = minimum;
        _maximum = maximum;
        _excludesMinimum = excludesMinimum;
        _excludesMaximum = excludesMaximum;
    }

    public static NumberRange? Of(AttributeData? annotation)
    {
        return annotation is { ConstructorArguments.Length: 2 } && annotation.ConstructorArguments[0].Value is double minimum && annotation.ConstructorArguments[1].Value is double maximum
            ? new NumberRange(minimum, maximum, IsSet(annotation, "ExclusiveMinimum"), IsSet(annotation, "ExclusiveMaximum"))
            : null;
    }

    public bool Accepts(double number)
    {
        return (_excludesMinimum ? number > _minimum : number >= _minimum) && (_excludesMaximum ? number < _maximum : number <= _maximum);
    }

    /// <summary>The accepted number that is nearest, or nothing when there is no such.</summary>
    public string? NearestTo(double number)
    {
        var isBelow = number < _minimum || (_excludesMinimum && number == _minimum);
        var (bound, isExcluded) = isBelow ? (_minimum, _excludesMinimum) : (_maximum, _excludesMaximum);
        return isExcluded || double.IsInfinity(bound) || double.IsNaN(number) ? null : Text(bound);
    }

    public override string ToString()
    {
        var from = (_excludesMinimum ? "more than " : "at least ") + Text(_minimum);
        var to = (_excludesMaximum ? "less than " : "at most ") + Text(_maximum);
        return double.IsInfinity(_minimum) ? to : double.IsInfinity(_maximum) ? from : from + " and " + to;
    }

    public static string Text(double number)
    {
        return number.ToString("R", CultureInfo.InvariantCulture);
    }

    private static bool IsSet(AttributeData annotation, string name)
    {
        return annotation.NamedArguments.Any(argument => argument.Key == name && argument.Value.Value is true);
    }
}
