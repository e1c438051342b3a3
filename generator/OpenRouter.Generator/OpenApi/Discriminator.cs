using System.Collections.Generic;

namespace OpenRouter.Generator.OpenApi;

/// <summary>The discriminator object: a member name, and the schema each of its values stands for.</summary>
internal sealed record Discriminator(string PropertyName, IReadOnlyList<(string Value, Schema Schema)> Mapping);
