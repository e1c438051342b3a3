using Worker.Jobs;
using Worker.Storage;

namespace OpenRouter.Samples.Worker.Tests.Support;

/// <summary>The stores over a database, with short forms of what tests do often.</summary>
internal sealed class Stores(IJobDatabase database)
{
    public static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public JobStore Jobs { get; } = new(database);

    public LeaseStore Leases { get; } = new(database);

    public SegmentStore Segments { get; } = new(database);

    public QueueStore Queue { get; } = new(database);

    public UsageStore Usage { get; } = new(database);

    public RetentionStore Retention { get; } = new(database);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static JobPayload Payload(string prompt) => JobPayload.Write(new JobRequest { Model = "a/b", Messages = [new JobMessage("user", prompt)] });

    public async Task<string> SubmitAsync(string prompt = "Tell", string? key = null, int maxAttempts = 5)
        => (await Jobs.SubmitAsync(key ?? Guid.NewGuid().ToString("N"), "a/b", Payload(prompt), maxAttempts, traceParent: null, Token)).Id;

    public async Task<ClaimedJob> ClaimOneAsync(string owner = "one", TimeSpan? lease = null)
        => Assert.Single(await Leases.ClaimAsync(owner, 1, mayTakeSuspect: true, lease ?? Minute, Token));

    public Task<List<ClaimedJob>> ClaimAsync(int count, string owner = "one", bool mayTakeSuspect = true)
        => Leases.ClaimAsync(owner, count, mayTakeSuspect, Minute, Token);

    public Task<bool> FinishAsync(Lease lease, string answer = "An answer.") => Leases.EndAsync(
        lease,
        new JobEnd { State = JobState.Done, Outcome = AttemptOutcome.Completed, Answer = answer, FinishReason = "stop", GenerationId = "gen-1", PromptTokens = 3, CompletionTokens = 4, Cost = 0.000001234m },
        Token);

    public async Task<JobView> FindAsync(string id) => await Jobs.FindAsync(id, Token) ?? throw new InvalidOperationException($"There is no job {id}.");
}
