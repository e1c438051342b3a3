using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Options;
using OpenRouter.Core;
using OpenRouter.Runtime.Streaming;
using Worker.Jobs;
using Worker.Live;
using Worker.Storage;
using Worker.Telemetry;

namespace Worker.Running;

/// <summary>Runs one job from its claim to its end.</summary>
internal sealed class JobRunner(
    IOpenRouterClient client, LeaseStore leases, LiveTexts texts, WorkerMetrics metrics, IOptions<WorkerOptions> options, TimeProvider time, ILogger<JobRunner> logger)
{
    /// <summary>How often the end of an attempt is written before it is left to the lease.</summary>
    private const int MaxWrites = 5;

    private static readonly TimeSpan WriteAgain = TimeSpan.FromMilliseconds(200);
    private readonly WorkerOptions _options = options.Value;

    /// <summary>Runs a job. It does not throw for anything that a job can do.</summary>
    /// <param name="job">The job.</param>
    /// <param name="stop">Ends it before its time; what has arrived is saved and the job is given back.</param>
    public async Task RunAsync(ClaimedJob job, CancellationToken stop)
    {
        var begun = time.GetTimestamp();
        using var span = metrics.Begin(job);
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var ended = new CancellationTokenSource();
        var text = texts.Begin(job.Lease);
        var generation = new GenerationSource();
        var journal = new JobJournal(leases, job, text, options, time, logger);
        var keeping = journal.KeepAsync(() => generation.Id, lost, ended.Token);
        var end = await AttemptAsync(job, text, generation, lost.Token);
        await ended.CancelAsync();
        await keeping;

        end = end with { GenerationId = end.GenerationId ?? generation.Id };
        if (end.State != JobState.Done && !end.DropsText)
        {
            end = end with { Rest = journal.Rest() };
        }

        var isWritten = !journal.IsLost && await WriteAsync(job, end);
        texts.End(job.Lease, text);
        Tell(job, end, isWritten, time.GetElapsedTime(begun), span);
    }

    /// <summary>Makes an attempt, and judges however it ends.</summary>
    /// <param name="job">The job.</param>
    /// <param name="text">Takes what arrives.</param>
    /// <param name="generation">Told where the id of the generation is to be had.</param>
    /// <param name="stop">Cancelled when the process stops or the lease is lost.</param>
    private async Task<JobEnd> AttemptAsync(ClaimedJob job, LiveText text, GenerationSource generation, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(_options.AttemptLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        var continues = false;
        try
        {
            var request = job.Payload.Read();
            var before = request.Continues ? await leases.ReadLeftTextAsync(job.Lease, either.Token) : "";
            continues = before.Length >= TextJoin.MinWorth;
            var answer = await AskAsync(request, continues ? before : "", text, generation, either.Token);
            return JobEnds.Completed(answer, text.Read(0).Text);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return JobEnds.Released();
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return FailureVerdict.Of(new TimeoutException($"The attempt took longer than {_options.AttemptLimit}."), job, continues, _options);
        }
        catch (Exception exception)
        {
            // Whatever one job meets must not end the others.
            return FailureVerdict.Of(exception, job, continues, _options);
        }
    }

    /// <summary>Asks the model and passes on what it writes.</summary>
    private async Task<ChatAnswer> AskAsync(JobRequest request, string before, LiveText text, GenerationSource generation, CancellationToken cancellationToken)
    {
        var builder = client.Chat.CreateStreamingChatCompletion(request.Model ?? _options.DefaultModel);
        foreach (var message in request.Messages!)
        {
            builder = message.Role switch
            {
                "system" => builder.AddSystemMessage(message.Content),
                "assistant" => builder.AddAssistantMessage(message.Content),
                _ => builder.AddUserMessage(message.Content),
            };
        }

        if (before.Length > 0)
        {
            builder = builder.AddAssistantMessage(before);
        }

        if (request.MaxTokens is { } tokens)
        {
            builder = builder.WithMaxTokens(tokens);
        }

        await using var stream = builder.StreamAsync(cancellationToken);
        generation.Open(() => stream.GenerationId);

        // What goes on from an earlier text is held back until it is clear how the two belong together.
        var held = before.Length > 0 ? new StringBuilder() : null;
        await foreach (var piece in stream.TextAsync(cancellationToken))
        {
            if (held is not null && held.Append(piece).Length < TextJoin.Window)
            {
                continue;
            }

            Pass(held is null ? piece : TextJoin.Join(before, held.ToString()), text);
            held = null;
        }

        if (held is not null)
        {
            Pass(TextJoin.Join(before, held.ToString()), text);
        }

        return stream.Answer;
    }

    private void Pass(string piece, LiveText text)
    {
        text.Append(StoredText.Clean(piece));
        if (text.Length > _options.MaxAnswerChars)
        {
            throw new AnswerTooLongException(_options.MaxAnswerChars);
        }
    }

    /// <summary>Writes the end. An answer that was paid for is worth more than one try.</summary>
    /// <returns>Whether it is in the database.</returns>
    private async Task<bool> WriteAsync(ClaimedJob job, JobEnd end)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await leases.EndAsync(job.Lease, end, CancellationToken.None);
            }
            catch (Exception exception) when (exception is System.Data.Common.DbException or TimeoutException or IOException)
            {
                logger.LogError("Job {Job}: its end could not be written ({Error}).", job.Lease.JobId, exception.GetType().Name);
                if (attempt == MaxWrites)
                {
                    return false;
                }

                await Task.Delay(WriteAgain * (1 << attempt), time, CancellationToken.None);
            }
        }
    }

    private void Tell(ClaimedJob job, JobEnd end, bool isWritten, TimeSpan elapsed, Activity? span)
    {
        var outcome = isWritten ? end.Outcome : AttemptOutcome.Lost;
        metrics.Ended(job, end, outcome, elapsed, span);
        if (!isWritten)
        {
            logger.LogWarning("Job {Job}: attempt {Attempt} was not written, since its lease is lost.", job.Lease.JobId, job.Attempt);
            return;
        }

        if (end.PausesQueueFor is { } pause)
        {
            logger.LogCritical("The service refuses to work for this account ({Code}). The queue rests for {Pause}.", end.ErrorCode, pause);
        }

        logger.LogInformation("Job {Job}: attempt {Attempt} {Outcome} ({Code}), the job is {State}.", job.Lease.JobId, job.Attempt, outcome, end.ErrorCode ?? end.FinishReason, end.State);
    }
}
