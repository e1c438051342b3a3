using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Worker.Jobs;
using Worker.Running;
using Worker.Storage;

namespace Worker.Api;

/// <summary>Takes jobs in: <c>POST /jobs</c>.</summary>
internal static class SubmitEndpoint
{
    /// <summary>The most bytes of a request. A queue of larger ones would be a way to fill the disk.</summary>
    public const int MaxBytes = 256 * 1024;

    private const string KeyHeader = "Idempotency-Key";
    private const int MaxKeyChars = 200;

    public static async Task<IResult> SubmitAsync(HttpContext context, JobStore jobs, WorkSignal signal, IOptions<WorkerOptions> options, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var key = context.Request.Headers[KeyHeader].ToString();
        if (key.Length > MaxKeyChars || key.Any(letter => letter is < '!' or > '~'))
        {
            return Problem(400, $"{KeyHeader} must be at most {MaxKeyChars} printable ASCII characters without blanks.");
        }

        JobRequest? request;
        try
        {
            request = await JsonSerializer.DeserializeAsync(context.Request.Body, WorkerJson.Default.JobRequest, cancellationToken);
        }
        catch (JsonException exception)
        {
            return Problem(400, $"The body is no request: {exception.Path ?? "$"}, line {exception.LineNumber + 1}.");
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problem(413, $"The body has more than {MaxBytes} bytes.");
        }

        if (request is null)
        {
            return Problem(400, "The body is null.");
        }

        ICollection<string> models = [settings.DefaultModel, .. settings.Models];
        if (request.Problem(models) is { } problem)
        {
            return Problem(400, problem);
        }

        // Without a key of the caller nothing can tell a repetition from a second wish.
        var dedupeKey = key.Length > 0 ? key : Guid.NewGuid().ToString("N");
        request = request with { Model = request.Model ?? settings.DefaultModel };
        var submission = await jobs.SubmitAsync(dedupeKey, request.Model, JobPayload.Write(request), settings.MaxAttempts, Activity.Current?.Id, cancellationToken);
        if (submission.IsConflict)
        {
            return Problem(422, $"This {KeyHeader} was used for another request.");
        }

        if (submission.IsNew)
        {
            signal.Set();
        }

        var job = await jobs.FindAsync(submission.Id, cancellationToken);
        return TypedResults.Accepted($"/jobs/{submission.Id}", job);
    }

    public static IResult Problem(int status, string detail) => TypedResults.Problem(detail, statusCode: status);
}
