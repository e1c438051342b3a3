namespace OpenRouter.Runtime.Json;

/// <summary>Reads one value; the reader stands on its first token and is left on its last.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="reader">The reader to advance.</param>
public delegate T? ItemReader<T>(ref JsonReader reader);
