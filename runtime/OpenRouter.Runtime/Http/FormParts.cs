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
            default:
                form.AddText(name, ToText(value));
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
        JsonElement { ValueKind: JsonValueKind.String } text => text.GetString()!,
        JsonElement element => element.GetRawText(),
        IJsonWritable model => JsonModel.ToElement(model) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : JsonModel.ToJson(model),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
