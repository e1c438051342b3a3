namespace OpenRouter.Generator.Tests.Harness;

/// <summary>What a client put on the wire.</summary>
internal sealed record SentRequest(string Method, string Address, string? ContentType, string Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The path below the address of the document, with its query.</summary>
    public string Target => Address["https://small.example/v1".Length..];
}
