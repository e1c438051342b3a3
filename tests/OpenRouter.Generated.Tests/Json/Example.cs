using System.Text.Json;

namespace OpenRouter.Generated.Tests.Json;

/// <summary>One example of the official document.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Component">The component that it is an example of.</param>
/// <param name="Json">The example.</param>
internal sealed record Example(string Place, string Component, JsonElement Json);
