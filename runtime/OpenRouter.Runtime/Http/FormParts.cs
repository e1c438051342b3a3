using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Http;

/// <summary>Turns values into the parts of a form, for emitted code: files as files, scalars as text, the rest as JSON.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FormParts
{
    /// <summary>Adds a value under a name; several files or texts become several parts of that name.</summary>
    /// <param name="form">The form.</param>
    /// <param name="name">The field.</param>
    /// <param name="value">The value; null adds nothing.</param>
    public static void Add(MultipartBody form, string name, object? value)
    {
        ArgumentNullException.ThrowIfNull(form);
        switch (value)
        {
            case null:
                break;
            case FilePart file:
                form.AddFile(name, file);
                break;
            case IEnumerable<FilePart> files:
                foreach (var file in files)
                {
                    form.AddFile(name, file);
                }

                break;
            case IJsonWritable model when JsonModel.ToElement(model) is { ValueKind: not JsonValueKind.String } json:
                AddElement(form, name, json);
                break;
            case JsonElement json:
                AddElement(form, name, json);
                break;
            default:
                form.AddText(name, ToText(value));
                break;
        }
    }

    /// <summary>Adds members that the document does not describe.</summary>
    public static void AddAll(MultipartBody form, IEnumerable<KeyValuePair<string, JsonElement>>? members)
    {
        foreach (var (name, value) in members ?? [])
        {
            Add(form, name, value);
        }
    }

    private static void AddElement(MultipartBody form, string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object or JsonValueKind.Array:
                form.AddJson(name, value.GetRawText());
                break;
            case not (JsonValueKind.Null or JsonValueKind.Undefined):
                form.AddText(name, StyledPairs.Text(value));
                break;
        }
    }

    private static string ToText(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        byte[] bytes => Convert.ToBase64String(bytes),
        Uri uri => uri.OriginalString,
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        IJsonWritable text => JsonModel.ToElement(text).GetString()!,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
