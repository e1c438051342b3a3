namespace OpenRouter.Testing;

/// <summary>What happens where an answer is cut.</summary>
public enum CutKind
{
    /// <summary>The connection is reset: reading throws.</summary>
    Reset,

    /// <summary>The body ends as if it were complete.</summary>
    Silent,

    /// <summary>The connection stays open and nothing more comes, until the reader gives up.</summary>
    Stall,
}
