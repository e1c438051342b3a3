using System.Reflection;
using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Generated.Tests.Json;

/// <summary>One property of a type that answers consist of, and its name on the wire.</summary>
/// <param name="Type">The type.</param>
/// <param name="Property">The property.</param>
/// <param name="Wire">The name on the wire.</param>
internal sealed record ReadProperty(Type Type, PropertyInfo Property, string Wire)
{
    private static readonly MethodInfo Parser = typeof(JsonModel).GetMethods().Single(static method => method.Name == nameof(JsonModel.Parse) && method.GetParameters() is [{ ParameterType.Name: nameof(String) }]);

    private static readonly Lazy<Dictionary<string, ReadProperty>> Found = new(static () => ResponseTypes.All.SelectMany(Of).ToDictionary(static property => property.Name, StringComparer.Ordinal));

    /// <summary>Every such property, by its name.</summary>
    public static IReadOnlyDictionary<string, ReadProperty> All => Found.Value;

    public string Name => $"{Type.Name}.{Property.Name}";

    /// <summary>The open enum that the property is or is a list of, if any.</summary>
    public Type? Enum
        => ((IEnumerable<Type>)[Property.PropertyType, .. Property.PropertyType.GetGenericArguments(), .. Property.PropertyType.GetGenericArguments().SelectMany(static inner => inner.GetGenericArguments())]).FirstOrDefault(IsEnum);

    /// <summary>Whether the property is a list of an open enum.</summary>
    public bool IsList => Property.PropertyType.IsGenericType && Property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    /// <summary>Reads an object of the type.</summary>
    public object Parse(string json)
    {
        try
        {
            return Parser.MakeGenericMethod(Type).Invoke(null, [json])!;
        }
        catch (TargetInvocationException exception)
        {
            throw exception.InnerException!;
        }
    }

    /// <summary>Reads an object whose only member is this one.</summary>
    public object ParseWith(string value) => Parse($$"""{"{{Wire}}":{{value}}}""");

    /// <summary>The value, and what the getter threw instead.</summary>
    public (object? Value, Exception? Thrown) Get(object model)
    {
        try
        {
            return (Property.GetValue(model), null);
        }
        catch (TargetInvocationException exception)
        {
            return (null, exception.InnerException);
        }
    }

    /// <summary>The properties that a type declares for members of its own.</summary>
    public static IEnumerable<PropertyInfo> Declared(Type type)
        => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.CanWrite && property.Name != "AdditionalProperties");

    private static IEnumerable<ReadProperty> Of(Type type)
    {
        foreach (var property in Declared(type))
        {
            var candidates = new[] { JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name), property.Name.ToLowerInvariant(), JsonNamingPolicy.CamelCase.ConvertName(property.Name), JsonNamingPolicy.KebabCaseLower.ConvertName(property.Name), property.Name };
            if (candidates.Select(wire => new ReadProperty(type, property, wire)).FirstOrDefault(static candidate => candidate.IsRead()) is { } found)
            {
                yield return found;
            }
        }
    }

    /// <summary>Whether the member is one of the type: it is refused, or it is not among the unknown ones.</summary>
    private bool IsRead()
    {
        try
        {
            return Type.GetProperty("AdditionalProperties")?.GetValue(ParseWith("{}")) is not JsonExtras;
        }
        catch (JsonException)
        {
            return true;
        }
    }

    private static bool IsEnum(Type type) => type.GetInterfaces().Any(static face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IOpenEnum<>));
}
