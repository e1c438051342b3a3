namespace Worker.Storage;

/// <summary>A step of the schema. What was released is never changed; the next change is the next step.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Statements">What it does.</param>
internal sealed record Migration(int Version, IReadOnlyList<string> Statements)
{
    /// <summary>All steps, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } =
    [
        new(1,
        [
            """
            CREATE TABLE jobs (
                id text PRIMARY KEY,
                dedupe_key text NOT NULL UNIQUE,
                payload text,
                payload_version bigint NOT NULL,
                payload_hash text NOT NULL,
                model text NOT NULL,
                state text NOT NULL CHECK (state IN ('queued', 'leased', 'done', 'failed', 'dead', 'cancelled')),
                attempts bigint NOT NULL DEFAULT 0,
                max_attempts bigint NOT NULL,
                losses bigint NOT NULL DEFAULT 0,
                run_at bigint NOT NULL,
                lease_owner text,
                lease_until bigint,
                fence bigint NOT NULL DEFAULT 0,
                answer text,
                finish_reason text,
                error text,
                error_code text,
                created_at bigint NOT NULL,
                updated_at bigint NOT NULL,
                finished_at bigint
            )
            """,
            // Small however many jobs were done: only rows that somebody may look for are in them.
            "CREATE INDEX jobs_due ON jobs (run_at) WHERE state = 'queued'",
            "CREATE INDEX jobs_leased ON jobs (lease_until) WHERE state = 'leased'",
            "CREATE INDEX jobs_dead ON jobs (finished_at) WHERE state = 'dead'",
            "CREATE INDEX jobs_with_texts ON jobs (finished_at) WHERE payload IS NOT NULL AND finished_at IS NOT NULL",
            """
            CREATE TABLE attempts (
                job_id text NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
                fence bigint NOT NULL,
                number bigint NOT NULL,
                worker text NOT NULL,
                started_at bigint NOT NULL,
                ended_at bigint,
                outcome text,
                generation_id text,
                provider text,
                prompt_tokens bigint,
                completion_tokens bigint,
                cost_nano bigint,
                settle_at bigint,
                settle_tries bigint NOT NULL DEFAULT 0,
                PRIMARY KEY (job_id, fence)
            )
            """,
            "CREATE INDEX attempts_unsettled ON attempts (settle_at) WHERE settle_at IS NOT NULL",
            """
            CREATE TABLE segments (
                job_id text NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
                fence bigint NOT NULL,
                start bigint NOT NULL,
                text text NOT NULL,
                PRIMARY KEY (job_id, fence, start)
            )
            """,
            "CREATE TABLE queue (id bigint PRIMARY KEY CHECK (id = 1), paused_until bigint NOT NULL DEFAULT 0, pause_reason text)",
            "INSERT INTO queue (id) VALUES (1)",
        ]),
        new(2, ["ALTER TABLE jobs ADD COLUMN trace_parent text"]),
    ];
}
