using System.Collections.Concurrent;
using System.Collections.Generic;

using Microsoft.CodeAnalysis;

namespace OpenRouter.Analyzers;

/// <summary>Answers whether a value can still lead to a finish reason, or to text; memoised for a compilation.</summary>
internal sealed class AnnotatedMembers
{
    private const int Depth = 16;

    private readonly KnownAnnotations _annotations;
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _ends = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _texts = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<Annotation, ConcurrentDictionary<ITypeSymbol, bool>> _others = new();

    public AnnotatedMembers(KnownAnnotations annotations)
    {
        _annotations = annotations;
    }

    public bool IsFinishReason(IPropertySymbol property)
    {
        return _annotations.FinishReason.IsOn(property);
    }

    public bool IsModelText(IPropertySymbol property)
    {
        return _annotations.ModelText.IsOn(property);
    }

    public bool IsUsage(IPropertySymbol property)
    {
        return _annotations.Usage.IsOn(property);
    }

    /// <summary>Whether a type is the event, or the result, that says how an answer ended.</summary>
    public bool IsTerminal(ITypeSymbol? type)
    {
        return type is not null && _annotations.TerminalResult.IsOn(type);
    }

    /// <summary>Whether reading the property is looking at the end of the answer.</summary>
    public bool TellsEnd(IPropertySymbol property)
    {
        return _annotations.FinishReason.IsOn(property) || _annotations.TerminalResult.IsOn(property) || IsTerminal(property.Type);
    }

    public bool ReachesEnd(ITypeSymbol? type)
    {
        return type is not null && _ends.GetOrAdd(type, key => Reaches(key, TellsEnd, IsTerminal, [], Depth));
    }

    /// <summary>Whether the property is, or leads to, what a model wrote.</summary>
    public bool TellsText(IPropertySymbol property)
    {
        return IsText(property) || ReachesText(property.Type);
    }

    public bool ReachesText(ITypeSymbol? type)
    {
        return type is not null && _texts.GetOrAdd(type, key => Reaches(key, IsText, static _ => false, [], Depth));
    }

    /// <summary>Whether a property with the annotation can be reached from a value of the type.</summary>
    public bool Reaches(ITypeSymbol? type, Annotation goal)
    {
        return type is not null
            && _others.GetOrAdd(goal, static _ => new(SymbolEqualityComparer.Default)).GetOrAdd(type, key => Reaches(key, goal.IsOn, static _ => false, [], Depth));
    }

    private bool IsText(IPropertySymbol property)
    {
        return _annotations.ModelText.IsOn(property) || _annotations.ToolCalls.IsOn(property);
    }

    private static bool Reaches(
        ITypeSymbol type,
        System.Func<IPropertySymbol, bool> isGoal,
        System.Func<ITypeSymbol, bool> isGoalType,
        HashSet<ITypeSymbol> seen,
        int depth)
    {
        if (depth == 0 || type.SpecialType != SpecialType.None || type.TypeKind == TypeKind.Enum)
        {
            return false;
        }

        if (type is IArrayTypeSymbol array)
        {
            return Reaches(array.ElementType, isGoal, isGoalType, seen, depth);
        }

        if (!seen.Add(type))
        {
            return false;
        }

        if (isGoalType(type))
        {
            return true;
        }

        if (type is ITypeParameterSymbol parameter)
        {
            return AnyReaches(parameter.ConstraintTypes, isGoal, isGoalType, seen, depth);
        }

        if (type is INamedTypeSymbol named && AnyReaches(TypeArgumentsOf(named), isGoal, isGoalType, seen, depth))
        {
            return true;
        }

        return !IsFrameworkType(type) && AnyMemberReaches(type, isGoal, isGoalType, seen, depth);
    }

    private static bool AnyMemberReaches(
        ITypeSymbol type,
        System.Func<IPropertySymbol, bool> isGoal,
        System.Func<ITypeSymbol, bool> isGoalType,
        HashSet<ITypeSymbol> seen,
        int depth)
    {
        for (var declaring = type; declaring is not null && declaring.SpecialType != SpecialType.System_Object; declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false } property &&
                    (isGoal(property) || Reaches(property.Type, isGoal, isGoalType, seen, depth - 1)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool AnyReaches(
        IEnumerable<ITypeSymbol> types,
        System.Func<IPropertySymbol, bool> isGoal,
        System.Func<ITypeSymbol, bool> isGoalType,
        HashSet<ITypeSymbol> seen,
        int depth)
    {
        foreach (var type in types)
        {
            if (Reaches(type, isGoal, isGoalType, seen, depth - 1))
            {
                return true;
            }
        }

        return false;
    }

    // The enumerator of a configured stream has its type argument on the type around it.
    private static IEnumerable<ITypeSymbol> TypeArgumentsOf(INamedTypeSymbol type)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.ContainingType)
        {
            foreach (var argument in declaring.TypeArguments)
            {
                yield return argument;
            }
        }
    }

    private static bool IsFrameworkType(ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name == "System";
    }
}
