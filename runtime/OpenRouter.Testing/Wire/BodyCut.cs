namespace OpenRouter.Testing.Wire;

/// <summary>Where a body is cut, and how.</summary>
/// <param name="Bytes">After so many bytes, unless pieces are given.</param>
/// <param name="Pieces">After so many pieces of the answer.</param>
/// <param name="Kind">What the reader sees.</param>
internal sealed record BodyCut(int Bytes, int? Pieces, CutKind Kind);
