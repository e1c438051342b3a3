namespace OpenRouter.Schema.List;

/// <summary>What a document holds and what becomes of it.</summary>
internal sealed record Listing(IReadOnlyList<ListedOperation> Operations, IReadOnlyList<ListedType> Types);

/// <summary>A method that an operation becomes.</summary>
internal sealed record ListedOperation(string HttpMethod, string Path, string Id, string Name, bool Streams, bool IsSelected);

/// <summary>A type of the client and the methods that need it.</summary>
internal sealed record ListedType(string Name, string Kind, IReadOnlyList<string> UsedBy);
