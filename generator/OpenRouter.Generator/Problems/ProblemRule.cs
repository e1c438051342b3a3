namespace OpenRouter.Generator.Problems;

/// <summary>The kinds of problem; the number is the ORG#### id and never changes its meaning.</summary>
internal enum ProblemRule
{
    Summary = 1,
    Syntax = 2,
    NotOpenApi = 3,
    DanglingReference = 4,
    UnknownType = 5,
    DuplicateOperation = 6,
    CircularReference = 7,
    InvalidOverlay = 8,
    OverlayMatchesNothing = 9,
    UnsupportedKeyword = 10,
    UnsupportedMediaType = 11,
    InvalidValue = 12,
    UnreachableUnionCase = 13,
    UnsupportedParameter = 14,
    UnknownSetting = 15,
    RecursiveCollection = 16,
    SelectionMatchesNothing = 17,
    Security = 18,
    NotUsed = 19,
    MissingFile = 20,
    RemoteReference = 21,
    AmbiguousDynamicReference = 22,
    UncheckedKeyword = 23,
    IgnoredSibling = 24,
    OverlayOfAnotherDocument = 25,
    OverlayUpdateIgnored = 26,
    NamespaceClash = 27,
}
