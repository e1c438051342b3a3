using OpenRouter.Core;

namespace OpenRouter.Generated.Tests.Json;

/// <summary>The generated types that answers consist of: what the methods of the client give, and all that is inside it.</summary>
internal static class ResponseTypes
{
    private static readonly Lazy<IReadOnlyList<Type>> Found = new(static () => [.. Reach().Where(static type => type.IsClass).OrderBy(static type => type.FullName, StringComparer.Ordinal)]);

    public static IReadOnlyList<Type> All => Found.Value;

    private static HashSet<Type> Reach()
    {
        var reached = new HashSet<Type>();
        var open = new Stack<Type>(typeof(OpenRouterClient).Assembly.GetExportedTypes()
            .Where(static type => !IsModel(type))
            .SelectMany(static type => type.GetMethods())
            .Where(static method => method.ReturnType.IsGenericType && !IsModel(method.ReturnType))
            .SelectMany(static method => Inside(method.ReturnType)));
        while (open.TryPop(out var type))
        {
            if (IsModel(type) && type.GetMethod("ReadFrom") is not null && reached.Add(type))
            {
                // A union names its cases in its constructors.
                var parts = type.IsValueType ? type.GetConstructors().SelectMany(static made => made.GetParameters()).Select(static parameter => parameter.ParameterType) : ReadProperty.Declared(type).Select(static property => property.PropertyType);
                foreach (var part in parts.SelectMany(Inside))
                {
                    open.Push(part);
                }
            }
        }

        return reached;
    }

    private static IEnumerable<Type> Inside(Type type) => [type, .. type.GetGenericArguments().SelectMany(Inside)];

    private static bool IsModel(Type type) => type.Namespace?.StartsWith("OpenRouter.Models", StringComparison.Ordinal) == true;
}
