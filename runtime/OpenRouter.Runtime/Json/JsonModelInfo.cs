using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OpenRouter.Runtime.Json;

/// <summary>Makes the metadata by which System.Text.Json reaches emitted readers and writers, without reflection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonModelInfo
{
    /// <summary>The metadata of a class or union.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public static JsonTypeInfo<T> Of<T>(JsonSerializerOptions options)
        where T : IJsonReadable<T>, IJsonWritable
        => JsonMetadataServices.CreateValueInfo<T>(options, new JsonModelConverter<T>());

    /// <summary>The metadata of an open enum.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public static JsonTypeInfo<T> OfEnum<T>(JsonSerializerOptions options)
        where T : struct, IOpenEnum<T>
        => JsonMetadataServices.CreateValueInfo<T>(options, new OpenEnumConverter<T>());

    /// <summary>The metadata of an open enum of numbers.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    public static JsonTypeInfo<T> OfNumberEnum<T>(JsonSerializerOptions options)
        where T : struct, IOpenNumber<T>
        => JsonMetadataServices.CreateValueInfo<T>(options, new OpenNumberConverter<T>());
}
