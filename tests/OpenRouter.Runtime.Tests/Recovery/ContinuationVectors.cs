namespace OpenRouter.Runtime.Tests.Recovery;

/// <summary>What a model says when it is asked to go on.</summary>
internal static class ContinuationVectors
{
    /// <summary>The text after which the stream broke.</summary>
    public const string Story = "Once upon a time there was a keeper ";

    /// <summary>What it says, and what of it is new.</summary>
    public static readonly (string Continuation, string Kept)[] All =
    [
        ("there was a keeper of a lighthouse.", "of a lighthouse."),
        ("Once upon a time there was a keeper of a lighthouse.", "of a lighthouse."),
        ("of a lighthouse.", "of a lighthouse."),
        (" of a lighthouse.", "of a lighthouse."),
        ("keeper of a lighthouse.", "keeper of a lighthouse."),
        ("Once upon a midnight", "Once upon a midnight"),
        ("there was a keepers' house", "there was a keepers' house"),
    ];
}
