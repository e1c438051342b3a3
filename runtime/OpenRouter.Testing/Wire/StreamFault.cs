namespace OpenRouter.Testing.Wire;

/// <summary>An error inside a stream.</summary>
/// <param name="Shape">Its form.</param>
/// <param name="AfterPieces">How many pieces of the answer come before it.</param>
/// <param name="Code">Its code, where the form has a number.</param>
/// <param name="Message">Its message.</param>
internal sealed record StreamFault(StreamErrorShape Shape, int AfterPieces, int Code, string Message);
