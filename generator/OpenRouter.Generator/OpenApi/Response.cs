using System.Collections.Generic;

namespace OpenRouter.Generator.OpenApi;

/// <summary>The answers of one status code (or of <c>default</c>, or of a range as <c>2XX</c>).</summary>
internal sealed record Response(string Status, bool IsSuccess, IReadOnlyList<MediaType> Content);
