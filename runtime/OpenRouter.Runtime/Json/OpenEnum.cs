using System.ComponentModel;

namespace OpenRouter.Runtime.Json;

/// <summary>What emitted open enums share.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OpenEnum
{
    /// <summary>The text that an enum keeps: none for the empty text, so that it equals the default value.</summary>
    /// <exception cref="ArgumentNullException">The text is null; absence is said by a nullable enum.</exception>
    public static string? Text(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length == 0 ? null : value;
    }
}
