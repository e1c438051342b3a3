using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Worker.Jobs;

/// <summary>
/// A request as it stands in the queue, with the version of its form: jobs wait while programs are replaced, so new code meets old rows. A form that was
/// written once is read for ever.
/// </summary>
/// <param name="Version">The version of the form.</param>
/// <param name="Text">The request as JSON.</param>
internal sealed record JobPayload(int Version, string Text)
{
    /// <summary>Version 1 had one text, <c>prompt</c>; version 2 has messages.</summary>
    public const int CurrentVersion = 2;

    /// <summary>Tells whether two requests with one key are the same one.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    public static JobPayload Write(JobRequest request) => new(CurrentVersion, JsonSerializer.Serialize(request, WorkerJson.Default.JobRequest));

    /// <exception cref="JsonException">The text is no request.</exception>
    /// <exception cref="NotSupportedException">The row was written by a newer program.</exception>
    public JobRequest Read() => Version switch
    {
        1 => ReadFirst(),
        2 => JsonSerializer.Deserialize(Text, WorkerJson.Default.JobRequest) ?? throw new JsonException("The request is null."),
        _ => throw new NotSupportedException($"The request has the form {Version}, and this program knows forms up to {CurrentVersion}."),
    };

    private JobRequest ReadFirst()
    {
        using var document = JsonDocument.Parse(Text);
        var root = document.RootElement;
        return new JobRequest
        {
            Model = root.TryGetProperty("model", out var model) ? model.GetString() : null,
            Messages = [new JobMessage("user", root.GetProperty("prompt").GetString() ?? throw new JsonException("The prompt is null."))],
        };
    }
}
