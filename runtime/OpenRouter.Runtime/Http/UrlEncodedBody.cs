using System.Text;
using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Http;

/// <summary>
/// A form without files (application/x-www-form-urlencoded). Each member of an object becomes a field: lists repeat their
/// name, objects are written as JSON, unless the document names another style for the field.
/// </summary>
/// <param name="content">What is sent; it must write itself as an object.</param>
public sealed class UrlEncodedBody(IJsonWritable content) : IRequestContent
{
    private readonly IJsonWritable _content = content ?? throw new ArgumentNullException(nameof(content));
    private Dictionary<string, (ParameterStyle Style, bool Explode)>? _styles;
    private HashSet<string>? _json;

    /// <summary>Names the style of a field.</summary>
    public UrlEncodedBody Field(string name, ParameterStyle style, bool explode)
    {
        (_styles ??= new(StringComparer.Ordinal))[name] = (style, explode);
        return this;
    }

    /// <summary>Says that a field travels as JSON, whatever it holds.</summary>
    public UrlEncodedBody JsonField(string name)
    {
        (_json ??= new(StringComparer.Ordinal)).Add(name);
        return this;
    }

    /// <summary>Its fields can be written as often as they are sent.</summary>
    bool IRequestContent.CanBeSentAgain => true;

    /// <summary>The fields, encoded; what is sent is always of the type of forms.</summary>
    HttpContent IRequestContent.ToContent(string? contentType) => RequestContent.Of(Encoding.ASCII.GetBytes(ToText()), new("application/x-www-form-urlencoded"));

    /// <summary>The fields, encoded.</summary>
    /// <exception cref="InvalidOperationException">The content is no object.</exception>
    internal string ToText()
    {
        var content = JsonModel.ToElement(_content);
        if (content.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidOperationException("A form must be an object; what was given is not.");
        }

        var text = new StringBuilder();
        foreach (var member in content.EnumerateObject())
        {
            foreach (var (name, value) in Fields(member.Name, member.Value))
            {
                text.Append(text.Length == 0 ? "" : "&").Append(Encode(name)).Append('=').Append(Encode(value));
            }
        }

        return text.ToString();
    }

    // Forms say a space by a plus, which a query must not.
    private static string Encode(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);

    private List<(string Name, string Value)> Fields(string name, JsonElement value)
    {
        if (_json?.Contains(name) == true)
        {
            return [(name, value.GetRawText())];
        }

        if (_styles is not null && _styles.TryGetValue(name, out var style))
        {
            return StyledPairs.Of(name, value, style.Style, style.Explode);
        }

        return value.ValueKind == JsonValueKind.Object ? [(name, StyledPairs.Text(value))] : StyledPairs.Of(name, value, ParameterStyle.Form, explode: true);
    }
}
