namespace OpenRouter.Runtime.Json;

/// <summary>Writes one value.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="writer">Where to write.</param>
/// <param name="value">What to write.</param>
public delegate void ItemWriter<in T>(JsonWriter writer, T value);
