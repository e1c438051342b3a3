using System.Runtime.CompilerServices;

namespace OpenRouter.Core;

/// <summary>Tells the reader of a stream that its answer broke off and goes on.</summary>
public sealed record StreamRecovery
{
    /// <summary>How it goes on.</summary>
    public required RecoveryKind Kind { get; init; }

    /// <summary>Whether what was shown so far is no part of the answer any more.</summary>
    public bool DiscardsText => Kind != RecoveryKind.Continue;

    /// <summary>The model that answers now; null when it is the one that was asked.</summary>
    public string? Model { get; init; }

    /// <summary>The text that had arrived, whatever becomes of it.</summary>
    public string PartialText { get; init; } = "";

    /// <summary>Why it broke off.</summary>
    public required OpenRouterException Cause { get; init; }

    /// <summary>A recovery equals itself alone, as its cause does.</summary>
    public bool Equals(StreamRecovery? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
