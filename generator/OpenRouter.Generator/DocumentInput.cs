using OpenRouter.Generator.Api;
using OpenRouter.Generator.OpenApi.Overlays;

namespace OpenRouter.Generator;

/// <summary>A document, the overlays that are applied to it in order, and the files that its references may lead into.</summary>
internal sealed record DocumentInput(InputFile Document, EquatableList<InputFile> Overlays, EquatableList<InputFile> Schemas, bool IsOnly)
{
    /// <summary>Whether somebody named the overlays for this document, so that what they say of themselves does not count.</summary>
    public bool OverlaysAreChosen { get; init; }

    /// <summary>An overlay that names its document is for that one; another is for the document of its stem, or for the only one there is.</summary>
    public static bool IsFor(InputFile overlay, string? extends, InputFile document, bool isOnly) =>
        extends is null ? isOnly || overlay.Stem == document.Stem : OverlayTarget.IsNamed(extends, document.Name);
}
