using System.ComponentModel;
using System.Text.Json;

namespace OpenRouter.Runtime.Http;

/// <summary>Spells parameters as OpenAPI's styles say, for emitted code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ParameterJson
{
    /// <summary>Adds a query parameter.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">The name.</param>
    /// <param name="value">The value; null leaves it out.</param>
    /// <param name="style">The style.</param>
    /// <param name="explode">Whether items and members become parameters of their own.</param>
    /// <param name="allowReserved">Whether characters such as <c>/</c> and <c>:</c> stay as they are.</param>
    public static void Query(ApiRequest request, string name, JsonElement? value, ParameterStyle style, bool explode, bool allowReserved = false)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (value is not { } given)
        {
            return;
        }

        var escape = allowReserved ? (Func<string, string>)UriText.EscapeUnreserved : Uri.EscapeDataString;
        if (given.ValueKind is JsonValueKind.Array or JsonValueKind.Object && !explode && style == ParameterStyle.Form)
        {
            // Commas between items stay commas; those inside an item are escaped.
            var parts = StyledPairs.Flat(given).ConvertAll(part => escape(part));
            if (parts.Count > 0)
            {
                request.EscapedQuery(Uri.EscapeDataString(name), string.Join(',', parts));
            }

            return;
        }

        foreach (var (key, text) in StyledPairs.Of(name, given, style, explode))
        {
            request.EscapedQuery(Uri.EscapeDataString(key), escape(text));
        }
    }

    /// <summary>Adds a cookie.</summary>
    public static void Cookie(ApiRequest request, string name, JsonElement? value, bool explode)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (value is not { } given)
        {
            return;
        }

        if (given.ValueKind is JsonValueKind.Array or JsonValueKind.Object && !explode)
        {
            request.EscapedCookie(name, string.Join(',', StyledPairs.Flat(given).ConvertAll(UriText.EscapeCookie)));
            return;
        }

        foreach (var (key, text) in StyledPairs.Of(name, given, ParameterStyle.Form, explode))
        {
            request.Cookie(key, text);
        }
    }

    /// <summary>The value of a header: items joined with commas.</summary>
    public static string? Header(JsonElement? value, bool explode)
        => value is { } given && StyledPairs.IsGiven(given) ? string.Join(',', Parts(given, explode)) : null;

    /// <summary>A part of a path, escaped.</summary>
    /// <exception cref="ArgumentException">The part would name another resource.</exception>
    public static string Path(string name, JsonElement value, ParameterStyle style, bool explode)
    {
        var separator = (style, explode) switch
        {
            (ParameterStyle.Label, true) => ".",
            (ParameterStyle.Matrix, true) => ";",
            _ => ",",
        };
        var isNamed = explode && value.ValueKind == JsonValueKind.Object;
        var parts = Parts(value, explode, isNamed ? Uri.EscapeDataString : null).ConvertAll(part => isNamed ? part : Uri.EscapeDataString(part));
        var key = Uri.EscapeDataString(name);
        var text = style switch
        {
            ParameterStyle.Label => "." + string.Join(separator, parts),
            ParameterStyle.Matrix when isNamed => ";" + string.Join(separator, parts),
            ParameterStyle.Matrix when explode && value.ValueKind == JsonValueKind.Array => string.Concat(parts.ConvertAll(part => $";{key}={part}")),
            ParameterStyle.Matrix => string.Join(separator, parts) is { Length: > 0 } joined ? $";{key}={joined}" : ";" + key,
            _ => string.Join(separator, parts),
        };
        return text is "" or "." or ".."
            ? throw new ArgumentException($"The part '{name}' of the path must not be empty, '.' or '..': it would lead to another resource.", nameof(value))
            : text;
    }

    /// <summary>The items or members, of which those of an exploded object stand as name and value.</summary>
    private static List<string> Parts(JsonElement value, bool explode, Func<string, string>? escape = null)
        => explode && value.ValueKind == JsonValueKind.Object
            ? StyledPairs.Of("", value, ParameterStyle.Form, explode: true).ConvertAll(pair => escape is null ? $"{pair.Name}={pair.Value}" : $"{escape(pair.Name)}={escape(pair.Value)}")
            : StyledPairs.Flat(value);
}
