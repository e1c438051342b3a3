using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Rules.OR2006_SetHttpClientTimeout;

/// <summary>The limit of an HttpClient: the one it comes with, or one that code has set.</summary>
internal sealed class TimeLimit
{
    private const double Default = 100;

    private TimeLimit(IOperation? value, bool isShort)
    {
        Value = value;
        IsShort = isShort;
    }

    /// <summary>The value that code sets; nothing for the default.</summary>
    public IOperation? Value { get; }

    /// <summary>Not even as long as the default.</summary>
    public bool IsShort { get; }

    /// <summary>The limit, or nothing when there is none, or when it cannot be told.</summary>
    public static TimeLimit? Of(GivenHttpClient given, BodyContext body)
    {
        var initialised = given.Creation.Initializer?.Initializers
            .OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(static assignment => IsTimeout(assignment.Target))?.Value;
        if (given.Holder is null)
        {
            return Judge(initialised);
        }

        var value = initialised;
        foreach (var mention in body.Facts.References.Of(given.Holder))
        {
            switch (mention.Parent)
            {
                case IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation assignment } property when IsTimeout(property) && assignment.Target == property:
                    value = assignment.Value;
                    break;
                case IPropertyReferenceOperation or IInvocationOperation when !IsExtension(mention):
                case ISimpleAssignmentOperation:
                case IArgumentOperation { Parent: IObjectCreationOperation creation } when body.Known.IsApiClient(creation.Type):
                case IArgumentOperation { Parent: IInvocationOperation call } when body.Facts.Clients.Contains(call):
                case IConversionOperation { Parent: ISimpleAssignmentOperation or IUsingOperation }:
                case IConversionOperation { Parent: IArgumentOperation { Parent: IObjectCreationOperation created } } when body.Known.IsApiClient(created.Type):
                    break;
                default:
                    // Somebody else sees it, and may set the limit.
                    return null;
            }
        }

        return Judge(value);
    }

    private static TimeLimit? Judge(IOperation? value)
    {
        return value switch
        {
            null => new TimeLimit(value: null, isShort: false),
            IConversionOperation conversion => Judge(conversion.Operand),
            IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType: { Name: "TimeSpan", ContainingNamespace.Name: "System" }, Name: var unit } } call
                when unit.StartsWith("From", System.StringComparison.Ordinal) => Judge(call, unit),
            IObjectCreationOperation { Type: { Name: "TimeSpan", ContainingNamespace.Name: "System" }, Arguments.IsEmpty: false } => new TimeLimit(value, isShort: false),
            _ => null,
        };
    }

    private static TimeLimit? Judge(IInvocationOperation call, string unit)
    {
        if (NumberOf(call.Arguments.FirstOrDefault()?.Value) is not { } number)
        {
            return null;
        }

        var seconds = unit switch
        {
            "FromMilliseconds" => number / 1000,
            "FromSeconds" => number,
            "FromMinutes" => number * 60,
            _ => double.MaxValue,
        };
        return number < 0 ? null : new TimeLimit(call, seconds < Default);
    }

    private static double? NumberOf(IOperation? value)
    {
        return value?.ConstantValue is { HasValue: true, Value: System.IConvertible number and not string }
            ? number.ToDouble(System.Globalization.CultureInfo.InvariantCulture)
            : value is IConversionOperation conversion ? NumberOf(conversion.Operand) : null;
    }

    private static bool IsTimeout(IOperation target)
    {
        return target is IPropertyReferenceOperation { Property: { Name: "Timeout", ContainingType.Name: "HttpClient" } };
    }

    private static bool IsExtension(IOperation mention)
    {
        return mention.Parent is IInvocationOperation { Instance: null };
    }
}
