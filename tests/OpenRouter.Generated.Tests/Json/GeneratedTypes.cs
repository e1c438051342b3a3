using System.Text.Json;
using System.Text.RegularExpressions;
using OpenRouter.Models;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Generated.Tests.Json;

/// <summary>The generated type of a component: by its name in the overlay, else by its own name in PascalCase.</summary>
internal static partial class GeneratedTypes
{
    private static readonly Lazy<Dictionary<string, string>> Names = new(ReadNames);

    private static readonly Lazy<Dictionary<string, Type>> Types = new(static () => typeof(ChatRequest).Assembly.GetExportedTypes()
        .Where(static type => type.Namespace?.StartsWith("OpenRouter.Models", StringComparison.Ordinal) == true && IsModel(type))
        .ToDictionary(static type => type.Name, StringComparer.OrdinalIgnoreCase));

    /// <summary>The type; null for a component that is a plain string, number, list or map, for which no type is generated.</summary>
    public static Type? Of(string component) => Types.Value.GetValueOrDefault(Names.Value.GetValueOrDefault(component) ?? PascalCase(component));

    private static bool IsModel(Type type)
        => typeof(IJsonWritable).IsAssignableFrom(type) || type.GetInterfaces().Any(static face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IOpenEnum<>));

    private static string PascalCase(string component)
        => string.Concat(WordBreak().Split(component).Where(static word => word.Length > 0).Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static Dictionary<string, string> ReadNames()
    {
        using var overlay = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Schema", "openrouter.overlay.json")));
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var action in overlay.RootElement.GetProperty("actions").EnumerateArray())
        {
            var target = TargetPattern().Match(action.GetProperty("target").GetString()!);
            if (target.Success && action.TryGetProperty("update", out var update) && update.TryGetProperty("x-csharp-name", out var name))
            {
                names[target.Groups[1].Success ? target.Groups[1].Value : target.Groups[2].Value] = name.GetString()!;
            }
        }

        return names;
    }

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex WordBreak();

    [GeneratedRegex(@"^\$\.components\.schemas(?:\.([A-Za-z0-9_]+)|\['([^']+)'\])$")]
    private static partial Regex TargetPattern();
}
