using System;
using System.Collections.Generic;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace OpenRouter.Analyzers.Flow;

/// <summary>The shortest way from a chunk to its finish reason, as a code fix writes it.</summary>
internal static class FinishPath
{
    private const int Longest = 4;

    /// <summary>Members joined by dots, <c>[]</c> behind a list; nothing when there is no such way.</summary>
    public static string? Find(ITypeSymbol chunk, AnnotatedMembers members)
    {
        return Find(chunk, members.IsFinishReason, members.ReachesEnd);
    }

    /// <summary>The shortest way to another kind of member.</summary>
    public static string? Find(ITypeSymbol chunk, Func<IPropertySymbol, bool> isGoal, Func<ITypeSymbol, bool> leads)
    {
        var level = new List<(ITypeSymbol Type, ImmutableArray<string> Path)> { (chunk, ImmutableArray<string>.Empty) };
        for (var length = 0; length < Longest && level.Count > 0; length++)
        {
            var next = new List<(ITypeSymbol, ImmutableArray<string>)>();
            foreach (var (type, path) in level)
            {
                foreach (var property in ReadableProperties(type))
                {
                    if (isGoal(property))
                    {
                        return string.Join(".", path.Add(property.Name));
                    }

                    if (leads(property.Type))
                    {
                        next.Add(Step(property, path));
                    }
                }
            }

            level = next;
        }

        return null;
    }

    private static (ITypeSymbol Type, ImmutableArray<string> Path) Step(IPropertySymbol property, ImmutableArray<string> path)
    {
        return ItemOf(property.Type) is { } item
            ? (item, path.Add(property.Name + "[]"))
            : (property.Type, path.Add(property.Name));
    }

    private static IEnumerable<IPropertySymbol> ReadableProperties(ITypeSymbol type)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (var property in declaring.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null })
                {
                    yield return property;
                }
            }
        }
    }

    /// <summary>The item type of what a list pattern can match.</summary>
    private static ITypeSymbol? ItemOf(ITypeSymbol type)
    {
        return type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { Name: "IReadOnlyList" or "IList" or "List" or "ImmutableArray", TypeArguments.Length: 1 } list => list.TypeArguments[0],
            _ => null,
        };
    }
}
