using System.Net.Http.Headers;
using System.Text;

namespace OpenRouter.Runtime.Http;

/// <summary>The parts of a form with files.</summary>
public sealed class MultipartBody
{
    private readonly List<(string Name, string? Text, FilePart? File)> _parts = [];

    /// <summary>Adds text; null leaves the part out.</summary>
    public MultipartBody AddText(string name, string? value)
    {
        CheckName(name, nameof(name));
        if (value is not null)
        {
            _parts.Add((name, value, null));
        }

        return this;
    }

    /// <summary>Adds a file.</summary>
    public MultipartBody AddFile(string name, FilePart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        CheckName(name, nameof(name));
        CheckName(part.FileName, nameof(part));
        if (part.ContentType is { } contentType && !MediaTypeHeaderValue.TryParse(contentType, out _))
        {
            throw new ArgumentException("The content type of the file is no media type such as audio/mpeg.", nameof(part));
        }

        _parts.Add((name, null, part));
        return this;
    }

    /// <summary>Makes the content of a request. The content must not be disposed: it would dispose the caller's streams.</summary>
    internal MultipartFormDataContent ToContent()
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, text, file) in _parts)
        {
            if (file is null)
            {
                form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text ?? "")), name);
                continue;
            }

            var content = new StreamContent(file.Content);
            if (file.ContentType is not null)
            {
                content.Headers.ContentType = MediaTypeHeaderValue.Parse(file.ContentType);
            }

            form.Add(content, name, file.FileName);
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
