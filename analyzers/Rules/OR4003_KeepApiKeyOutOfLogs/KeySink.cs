using System;
using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Rules.OR4003_KeepApiKeyOutOfLogs;

/// <summary>An operation that writes values to where people read them.</summary>
internal sealed class KeySink
{
    private const string Log = "a log";
    private const string Screen = "the console";
    private const string Failure = "the message of an exception";

    private static readonly string[] s_levels =
        ["Verbose", "Trace", "Debug", "Info", "Warn", "Error", "Fatal", "Write", "Log", "ForContext"];

    private KeySink(string place, IEnumerable<IOperation> values)
    {
        Place = place;
        Values = values;
    }

    /// <summary>Where the values end up, in words.</summary>
    public string Place { get; }

    public IEnumerable<IOperation> Values { get; }

    public static KeySink? TryFind(IOperation operation)
    {
        return operation switch
        {
            IInvocationOperation { Arguments.Length: > 0 } call when PlaceOf(call) is { } place => new KeySink(place, ValuesOf(call.Arguments)),
            IObjectCreationOperation { Arguments.Length: > 0 } creation when IsException(creation.Type) => new KeySink(Failure, ValuesOf(creation.Arguments.Where(IsMessage))),
            _ => null,
        };
    }

    private static IEnumerable<IOperation> ValuesOf(IEnumerable<IArgumentOperation> arguments)
    {
        return arguments.Select(static argument => argument.Value).Where(static value => !value.ConstantValue.HasValue);
    }

    private static string? PlaceOf(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var name = method.Name;
        return method.ContainingType?.Name switch
        {
            "Console" => Begins(name, "Write") && IsIn(method, "System") ? Screen : null,
            "TextWriter" => Begins(name, "Write") && IsConsole(call.Instance) ? Screen : null,
            "AnsiConsole" => Begins(name, "Write") || Begins(name, "Markup") ? Screen : null,
            "Debug" or "Trace" when IsIn(method, "Diagnostics") => Begins(name, "Write") || Begins(name, "Trace") || name is "Print" or "Fail" or "Assert" ? Log : null,
            "ITestOutputHelper" => Begins(name, "Write") ? Log : null,
            "LoggerExtensions" or "ILogger" when IsIn(method, "Logging") => Begins(name, "Log") || name == "BeginScope" ? Log : null,
            "Log" or "Logger" or "ILogger" or "ILog" when IsOfLibrary(method) => Array.Exists(s_levels, level => Begins(name, level)) ? Log : null,
            _ => IsLoggerMessage(method) ? Log : null,
        };
    }

    private static bool Begins(string name, string word)
    {
        return name.StartsWith(word, StringComparison.Ordinal);
    }

    private static bool IsIn(ISymbol method, string space)
    {
        return method.ContainingNamespace?.Name == space;
    }

    private static bool IsOfLibrary(ISymbol method)
    {
        return method.ContainingNamespace is { ContainingNamespace.IsGlobalNamespace: true, Name: "Serilog" or "NLog" or "log4net" };
    }

    private static bool IsConsole(IOperation? writer)
    {
        return writer is IPropertyReferenceOperation { Property: { Name: "Out" or "Error", ContainingType.Name: "Console" } };
    }

    // The body is generated; what is handed over ends up in the message or beside it.
    private static bool IsLoggerMessage(IMethodSymbol method)
    {
        return method is { IsPartialDefinition: true } or { PartialDefinitionPart: not null }
            && (method.PartialDefinitionPart ?? method).GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "LoggerMessageAttribute");
    }

    private static bool IsException(ITypeSymbol? type)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }

    // What becomes of another value is the affair of the exception; a text that was put together is meant to be read.
    private static bool IsMessage(IArgumentOperation argument)
    {
        return argument.Parameter?.Name is "message" or "actualValue"
            || argument.Value is IInterpolatedStringOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add }
            || argument.Value is IInvocationOperation { TargetMethod: { Name: "Format" or "Concat" or "Join", ContainingType.SpecialType: SpecialType.System_String } };
    }
}
