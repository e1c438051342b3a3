using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using OpenRouter.Runtime.Annotations;

namespace OpenRouter.Core;

/// <summary>An API key. Its text is <c>***</c> everywhere but in the header of a request.</summary>
[DebuggerDisplay("***")]
public sealed class ApiKey
{
    private const string Mask = "***";

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _value;

    /// <summary>Wraps a key; white space around it is dropped.</summary>
    /// <param name="value">The key, such as <c>sk-or-v1-…</c>; read it from the environment or a secret store.</param>
    /// <exception cref="ArgumentException">The key is empty or holds characters that no key holds.</exception>
    public ApiKey([ApiKey] string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Trim();
        if (_value.Length == 0)
        {
            throw new ArgumentException("The API key is empty. Set it from the environment or a secret store.", nameof(value));
        }

        if (_value.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw new ArgumentException("The API key holds a blank, a control character or a character outside ASCII. Copy it again.", nameof(value));
        }
    }

    /// <summary>Always <c>***</c>.</summary>
    public override string ToString() => Mask;

    /// <summary>Wraps a key; null stays null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ApiKey?([ApiKey] string? value) => value is null ? null : new ApiKey(value);

    /// <summary>The key itself, for the header of a request and for nothing else.</summary>
    internal string Reveal() => _value;
}
