namespace Worker;

/// <summary>Settings of the section <c>Worker</c>. The defaults are meant for production; tests shorten the times.</summary>
internal sealed class WorkerOptions
{
    public const string Section = "Worker";

    /// <summary>A file for SQLite, or a connection string of Npgsql (it is the one with an equals sign).</summary>
    public string Database { get; set; } = "worker.db";

    /// <summary>The models that callers may ask for.</summary>
    public IList<string> Models { get; } = [];

    /// <summary>The model of requests that name none.</summary>
    public string DefaultModel { get; set; } = "openai/gpt-5-mini";

    /// <summary>How many jobs run in this process at one time. 0 makes a process that takes jobs in and runs none.</summary>
    public int Concurrency { get; set; } = 8;

    /// <summary>How often a job is tried before it counts as dead. Crashes of the process count.</summary>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>How long a claim holds without being renewed.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a claim is renewed: a third of the lease leaves two more chances.</summary>
    public TimeSpan Renewal { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long text may stay unsaved.</summary>
    public TimeSpan SaveEvery { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How much text may stay unsaved, in characters.</summary>
    public int SaveChars { get; set; } = 4096;

    /// <summary>The longest time for a whole attempt.</summary>
    public TimeSpan AttemptLimit { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>The longest answer that is kept, in characters.</summary>
    public int MaxAnswerChars { get; set; } = 4 * 1024 * 1024;

    /// <summary>How long an idle worker waits before it looks for work again. Jobs that this process takes in, and hints of PostgreSQL, wake it sooner.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long running jobs may go on when the process is told to stop.</summary>
    public TimeSpan Grace { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>The wait after the first failure of a job; it doubles each time.</summary>
    public TimeSpan BackoffBase { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest such wait.</summary>
    public TimeSpan BackoffMax { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long the queue rests when the credits are used up or the key is refused.</summary>
    public TimeSpan PauseFor { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The oldest that a due job may be before the queue counts as unhealthy.</summary>
    public TimeSpan MaxQueueAge { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a follower may take to accept what was written to it before it is dropped.</summary>
    public TimeSpan FollowerPatience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often the text of a job that runs in another process is looked up.</summary>
    public TimeSpan FollowEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often the costs of broken attempts are looked up.</summary>
    public TimeSpan SettleEvery { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The wait before the first look; the service writes its record some seconds after the end. It doubles each time.</summary>
    public TimeSpan SettleDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often prompts and texts that are old are deleted.</summary>
    public TimeSpan CleanEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long prompts and answers are kept after a job has ended. What it cost is kept for ever.</summary>
    public TimeSpan KeepTexts { get; set; } = TimeSpan.FromDays(30);

    /// <summary>The time between the words of the emulator.</summary>
    public TimeSpan EmulatedPace { get; set; } = TimeSpan.FromMilliseconds(25);

    /// <summary>Finds what cannot work.</summary>
    /// <returns>What is wrong, or null.</returns>
    public string? Problem()
    {
        if (string.IsNullOrWhiteSpace(Database))
        {
            return "Worker:Database is empty. Give a file for SQLite or a connection string for PostgreSQL.";
        }

        if (Renewal <= TimeSpan.Zero || Renewal * 2 > Lease)
        {
            return $"Worker:Renewal is {Renewal}. It must be longer than nothing and at most half of Worker:Lease ({Lease}), or a single slow statement would lose the lease.";
        }

        if (Concurrency is < 0 or > 1000 || MaxAttempts is < 1 or > 100)
        {
            return "Worker:Concurrency must be 0 to 1000 and Worker:MaxAttempts 1 to 100.";
        }

        return new[] { SaveEvery, Poll, AttemptLimit, PauseFor, FollowEvery, FollowerPatience, SettleEvery, CleanEvery }.Any(time => time <= TimeSpan.Zero)
            ? "The times of the section Worker must be longer than nothing."
            : null;
    }
}
