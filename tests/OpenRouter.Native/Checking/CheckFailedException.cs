namespace OpenRouter.Native.Checking;

/// <summary>Something is not as expected.</summary>
internal sealed class CheckFailedException(string expected, string found) : Exception($"expected: {expected}\n      found: {found}");
