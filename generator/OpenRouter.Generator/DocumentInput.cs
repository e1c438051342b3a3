using OpenRouter.Generator.Api;

namespace OpenRouter.Generator;

/// <summary>A document, the overlays that are applied to it in order, and the files that its references may lead into.</summary>
internal sealed record DocumentInput(InputFile Document, EquatableList<InputFile> Overlays, EquatableList<InputFile> Schemas);
