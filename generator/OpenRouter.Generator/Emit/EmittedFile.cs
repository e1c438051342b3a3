using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Generator.Emit;

/// <summary>A printed file under the name by which it is added.</summary>
internal sealed record EmittedFile(string Name, SourceText Text);
