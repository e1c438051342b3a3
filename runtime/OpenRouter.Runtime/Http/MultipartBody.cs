using System.Net.Http.Headers;
using System.Text;

namespace OpenRouter.Runtime.Http;

/// <summary>The parts of a form with files.</summary>
public sealed class MultipartBody : IRequestContent
{
    private readonly List<(string Name, string? Text, FilePart? File, string? ContentType)> _parts = [];
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);

    /// <summary>Whether all parts can be sent a second time.</summary>
    bool IRequestContent.CanBeSentAgain => _parts.TrueForAll(static part => part.File?.Content.CanSeek ?? true);

    /// <summary>Adds text; null leaves the part out.</summary>
    public MultipartBody AddText(string name, string? value)
    {
        CheckName(name, nameof(name));
        if (value is not null)
        {
            _parts.Add((name, value, null, null));
        }

        return this;
    }

    /// <summary>Adds text in the place of all parts of that name.</summary>
    public MultipartBody SetText(string name, string value)
    {
        _parts.RemoveAll(part => part.Name == name);
        return AddText(name, value);
    }

    /// <summary>Adds JSON.</summary>
    public MultipartBody AddJson(string name, string json)
    {
        CheckName(name, nameof(name));
        ArgumentNullException.ThrowIfNull(json);
        _parts.Add((name, json, null, "application/json"));
        return this;
    }

    /// <summary>Adds a file.</summary>
    public MultipartBody AddFile(string name, FilePart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        CheckName(name, nameof(name));
        CheckName(part.FileName, nameof(part));
        MediaTypes.Check(part.ContentType, nameof(part));
        _parts.Add((name, null, part, part.ContentType));
        return this;
    }

    /// <summary>Names the media type of all parts of a name; a file that names its own keeps it.</summary>
    public MultipartBody WithContentType(string name, string contentType)
    {
        CheckName(name, nameof(name));
        ArgumentNullException.ThrowIfNull(contentType);
        _types[name] = MediaTypes.Check(contentType, nameof(contentType))!;
        return this;
    }

    /// <summary>Makes the content of a request; each part has a media type of its own.</summary>
    HttpContent IRequestContent.ToContent(string? contentType)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, text, file, type) in _parts)
        {
            HttpContent content = file is null ? new ByteArrayContent(Encoding.UTF8.GetBytes(text ?? "")) : new StreamContent(file.Rewind());
            if (((file is null ? null : type) ?? _types.GetValueOrDefault(name) ?? type) is { } ofPart)
            {
                content.Headers.ContentType = MediaTypeHeaderValue.Parse(ofPart);
            }

            if (file is null)
            {
                form.Add(content, name);
            }
            else
            {
                form.Add(content, name, file.FileName);
            }
        }

        return form;
    }

    private static void CheckName(string name, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(name, parameter);
        if (name.AsSpan().IndexOfAny('"', '\r', '\n') >= 0 || name.Any(char.IsControl))
        {
            throw new ArgumentException("The name of a part or file holds a quote or a control character.", parameter);
        }
    }
}
