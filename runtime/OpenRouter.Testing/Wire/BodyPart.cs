namespace OpenRouter.Testing.Wire;

/// <summary>Bytes that are handed out together.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="Delay">The time that passes before them.</param>
/// <param name="IsPiece">Whether they hold a piece of the answer: a token that is paid for.</param>
internal sealed record BodyPart(ReadOnlyMemory<byte> Bytes, TimeSpan Delay, bool IsPiece);
