namespace OpenRouter.Generator;

/// <summary>What an additional file is to the generator.</summary>
internal enum InputKind
{
    /// <summary>Nothing: the file belongs to somebody else.</summary>
    None,

    /// <summary>A document that becomes a client.</summary>
    Document,

    /// <summary>Changes to a document.</summary>
    Overlay,

    /// <summary>Schemas that documents refer to.</summary>
    Schema,
}
