using System.Collections.Generic;

namespace OpenRouter.Generator.OpenApi;

/// <summary>The discriminator object: a member name, the schema each of its values stands for, and the one for any other value.</summary>
internal sealed record Discriminator(string PropertyName, IReadOnlyList<(string Value, Schema Schema)> Mapping, Schema? Default);
