using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenRouter.Samples.Worker.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Samples.Worker.Tests.Service;

/// <summary>What is done beside the jobs.</summary>
public sealed class UpkeepTests(PostgresServer server)
{
    private const int Patience = 60_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = Patience), ClassData(typeof(EachDatabase))]
    public async Task Cost_OfABrokenAttempt_IsFoundOutLater(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeAsync(kind, server);
        using var emulator = new OpenRouterEmulator { GenerationLag = 2 };
        emulator.Next(
            Reply.Text("Half of an answer.").WithUsage(promptTokens: 1, completionTokens: 2, cost: 0.25m).CutAfterPieces(2),
            Reply.Text("A whole answer.").WithUsage(promptTokens: 3, completionTokens: 4, cost: 0.5m));
        await using var host = await WorkerHost.StartAsync(database, emulator);
        var id = await host.SubmitAsync();
        await host.SeeAsync(id, "done");

        await database.SeeAsync("SELECT count(*) FROM attempts WHERE settle_at IS NOT NULL", 0);

        var usage = (await host.FindAsync(id)).GetProperty("usage");
        Assert.Equal((0.75m, true), (usage.GetProperty("cost").GetDecimal(), usage.GetProperty("is_settled").GetBoolean()));
        Assert.True(emulator.Requests.Count(request => request.Path == "/generation") >= 3);
    }

    [Fact(Timeout = Patience)]
    public async Task Generation_IsNotedWhileTheAnswerStillComes()
    {
        await using var database = await TestDatabase.MakeAsync(DatabaseKind.Sqlite, server);
        using var emulator = new OpenRouterEmulator { Pace = TimeSpan.FromMilliseconds(100) };
        await using var host = await WorkerHost.StartAsync(database, emulator);
        var id = await host.SubmitAsync();

        await database.SeeAsync("SELECT count(*) FROM attempts WHERE generation_id IS NOT NULL AND ended_at IS NULL", 1);

        Assert.Equal("leased", (await host.FindAsync(id)).GetProperty("state").GetString());
    }

    [Fact(Timeout = Patience)]
    public async Task Logs_Metrics_HoldNoTextOfAnybody()
    {
        await using var database = await TestDatabase.MakeAsync(DatabaseKind.Sqlite, server);
        using var emulator = new OpenRouterEmulator();
        const string Secret = "PROMPT-OF-SOMEBODY";
        emulator.Next(
            Reply.Error(503, $"The provider says: {Secret} is no prompt."),
            Reply.Text($"Half of {Secret}").WithStreamError(StreamErrorShape.Documented, message: $"{Secret} was too much."),
            Reply.Text($"The answer to {Secret}."),
            Reply.Error(400, $"{Secret} is against the rules."));
        var logs = new LogWatch();
        using var metrics = new MetricWatch();
        await using var host = await WorkerHost.StartAsync(
            database, emulator, services => services.AddLogging(logging => logging.AddProvider(logs).SetMinimumLevel(LogLevel.Trace).AddFilter(null, LogLevel.Trace)), "Concurrency=1");
        var id = await host.SubmitAsync(Secret);
        await host.SeeAsync(id, "done");
        await host.SeeAsync(await host.SubmitAsync(Secret), "failed");

        Assert.Contains(id, logs.All, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, logs.All, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, metrics.All, StringComparison.Ordinal);
        Assert.Equal(2, metrics.Sum(host.Services, "worker.attempts", "outcome=interrupted"));
        Assert.Equal(1, metrics.Sum(host.Services, "worker.attempts", "outcome=completed"));
        Assert.Equal(1, metrics.Sum(host.Services, "worker.attempts", "outcome=refused"));
        Assert.Equal(1, metrics.Sum(host.Services, "worker.jobs", "state=done"));
        Assert.True(metrics.Sum(host.Services, "worker.cost") > 0);
    }

    [Fact(Timeout = Patience)]
    public async Task Health_OfAQueueThatDoesNotMove_IsDegraded()
    {
        await using var database = await TestDatabase.MakeAsync(DatabaseKind.Sqlite, server);
        using var emulator = new OpenRouterEmulator();
        await using var host = await WorkerHost.StartAsync(database, emulator, null, "Concurrency=0", "MaxQueueAge=00:01:00");
        await host.SubmitAsync();
        Assert.Equal("Healthy", await host.Http.GetStringAsync("/health", Token));

        await database.ExecuteAsync("UPDATE jobs SET run_at = run_at - 61000");

        Assert.Equal("Degraded", await host.Http.GetStringAsync("/health", Token));
    }

    [Fact(Timeout = Patience)]
    public async Task Texts_WhoseTimeIsOver_AreDeleted()
    {
        await using var database = await TestDatabase.MakeAsync(DatabaseKind.Sqlite, server);
        using var emulator = new OpenRouterEmulator();
        await using var host = await WorkerHost.StartAsync(database, emulator, null, "CleanEvery=00:00:00.1", "KeepTexts=00:00:00.2");

        await host.SubmitAsync("A secret");

        await database.SeeAsync("SELECT count(*) FROM jobs WHERE state = 'done' AND payload IS NULL AND answer IS NULL", 1);
    }

    [Theory(Timeout = Patience), ClassData(typeof(EachDatabase))]
    public async Task Workers_WhoseClocksAreAnHourOff_TakeNothingFromEachOther(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeAsync(kind, server);
        using var emulator = new OpenRouterEmulator();
        emulator.On("/chat/completions").Always(TestService.Tell(TestService.Story, milliseconds: 500));
        await using var ahead = await WorkerHost.StartAsync(database, emulator, services => services.AddSingleton<TimeProvider>(new ShiftedTime(TimeSpan.FromHours(1))), "Concurrency=4");
        await using var behind = await WorkerHost.StartAsync(database, emulator, services => services.AddSingleton<TimeProvider>(new ShiftedTime(TimeSpan.FromHours(-1))), "Concurrency=4");
        for (var number = 0; number < 12; number++)
        {
            await (number % 2 == 0 ? ahead : behind).SubmitAsync();
        }

        await database.SeeAsync("SELECT count(*) FROM jobs WHERE state = 'done'", 12);

        Assert.Equal(12, await database.NumberAsync("SELECT count(*) FROM attempts"));
        Assert.Equal(2, await database.NumberAsync("SELECT count(DISTINCT worker) FROM attempts"));
        var hour = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        Assert.Equal(0, await database.NumberAsync($"SELECT count(*) FROM jobs WHERE abs(run_at - {hour}) > 600000 OR abs(finished_at - {hour}) > 600000"));
    }

    [Fact(Timeout = Patience)]
    public async Task Hint_OfPostgres_WakesAWorkerThatTookNothingIn()
    {
        await using var database = await TestDatabase.MakeAsync(DatabaseKind.Postgres, server);
        using var emulator = new OpenRouterEmulator();
        await using var runs = await WorkerHost.StartAsync(database, emulator, null, "Poll=01:00:00");
        await using var takesIn = await WorkerHost.StartAsync(database, emulator, null, "Concurrency=0");
        await database.SeeAsync("SELECT count(*) FROM pg_stat_activity WHERE usename = current_user AND query LIKE 'LISTEN%'", 2);

        await takesIn.SeeAsync(await takesIn.SubmitAsync(), "done");
    }

    [Theory]
    [InlineData("Renewal=00:00:40", "Worker:Renewal")]
    [InlineData("Concurrency=-1", "Worker:Concurrency")]
    [InlineData("Poll=00:00:00", "Worker")]
    public async Task Settings_ThatCannotWork_AreToldAtTheStart(string setting, string place)
    {
        await using var database = await TestDatabase.MakeAsync(DatabaseKind.Sqlite, server);
        using var emulator = new OpenRouterEmulator();

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => WorkerHost.StartAsync(database, emulator, null, setting));

        Assert.Contains(place, exception.Message, StringComparison.Ordinal);
    }
}
