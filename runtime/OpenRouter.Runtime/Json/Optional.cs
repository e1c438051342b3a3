using System.Diagnostics.CodeAnalysis;

namespace OpenRouter.Runtime.Json;

/// <summary>A member with three states: absent, null, or a value. Absent members are not written.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly struct Optional<T> : IEquatable<Optional<T>>
{
    /// <summary>Makes a member that is set, be it to null.</summary>
    public Optional(T? value)
    {
        Value = value;
        IsSet = true;
    }

    /// <summary>The member that is left out.</summary>
    public static Optional<T> Absent => default;

    /// <summary>Whether the member is written.</summary>
    public bool IsSet { get; }

    /// <summary>The value; null when absent or set to null.</summary>
    public T? Value { get; }

    /// <summary>Gives the value when there is one that is not null.</summary>
    public bool TryGetValue([NotNullWhen(true)] out T? value)
    {
        value = Value;
        return IsSet && value is not null;
    }

    /// <inheritdoc/>
    public bool Equals(Optional<T> other)
        => IsSet == other.IsSet && EqualityComparer<T?>.Default.Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsSet, Value);

    /// <inheritdoc/>
    public override string ToString() => IsSet ? Value?.ToString() ?? "null" : "";

    /// <summary>Sets the member.</summary>
    public static implicit operator Optional<T>(T? value) => new(value);

    /// <summary>Compares state and value.</summary>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Compares state and value.</summary>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);
}
