using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenRouter.Samples.Worker.Tests.Support;
using OpenRouter.Testing;
using Worker;
using Worker.Running;

namespace OpenRouter.Samples.Worker.Tests.Service;

/// <summary>Services and models that fail.</summary>
public sealed class FailureTests(PostgresServer server)
{
    private const int Patience = 60_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, Reply> Passing => new()
    {
        { "503", Reply.Error(503, "No provider is available.") },
        { "429", Reply.Error(429, "Slow down.") },
        { "408", Reply.Error(408, "Too slow.") },
        { "unreachable", Reply.Unreachable() },
        { "cut", Reply.Text("Half of an answer that is cut.").CutAfterPieces(3) },
        { "silent end", Reply.Text("Half of an answer that ends.").CutAfterPieces(3, CutKind.Silent) },
        { "error inside", Reply.Text("Half of an answer with an error.").WithStreamError(StreamErrorShape.Documented) },
        { "html", Reply.Html(502, "<html>Bad gateway</html>") },
    };

    [Theory(Timeout = Patience), MemberData(nameof(Passing))]
    public async Task Job_WithAFailureThatMayPass_IsTriedAgain(string name, Reply reply)
    {
        await using var database = await TestDatabase.MakeAsync(DatabaseKind.Sqlite, server);
        using var emulator = new OpenRouterEmulator();
        emulator.Next(reply, Reply.Text("A whole answer."));
        await using var host = await WorkerHost.StartAsync(database, emulator);

        var job = await host.SeeAsync(await host.SubmitAsync(name), "done");

        Assert.Equal(("A whole answer.", 2), (job.GetProperty("answer").GetString(), job.GetProperty("attempts").GetInt32()));
    }

    [Theory(Timeout = Patience)]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(422)]
    public async Task Job_ThatIsRefused_FailsAtOnce(int status)
    {
        await using var database = await TestDatabase.MakeAsync(DatabaseKind.Sqlite, server);
        using var emulator = new OpenRouterEmulator();
        emulator.On("/chat/completions").Always(Reply.Error(status, "This will never work."));
        await using var host = await WorkerHost.StartAsync(database, emulator);

        var job = await host.SeeAsync(await host.SubmitAsync(), "failed");

        Assert.Equal(1, job.GetProperty("attempts").GetInt32());
        Assert.Contains("This will never work.", job.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Single(emulator.Requests);
    }

    [Theory(Timeout = Patience)]
    [InlineData(402)]
    [InlineData(401)]
    public async Task Account_ThatIsRefused_RestsTheQueueAndUsesUpNoAttempt(int status)
    {
        await using var database = await TestDatabase.MakeAsync(DatabaseKind.Sqlite, server);
        using var emulator = new OpenRouterEmulator();
        emulator.Next(Reply.Error(status, "Not for this account."));
        var logs = new LogWatch();
        await using var host = await WorkerHost.StartAsync(database, emulator, services => services.AddSingleton<ILoggerProvider>(logs), "Concurrency=1");
        var id = await host.SubmitAsync();
        await host.SubmitAsync();
        await database.SeeAsync("SELECT count(*) FROM attempts WHERE outcome = 'refused'", 1);

        Assert.Equal(2, await database.NumberAsync("SELECT count(*) FROM jobs WHERE state = 'queued' AND attempts = 0"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.Http.GetAsync("/health", Token)).StatusCode);
        Assert.Contains("Critical", logs.All, StringComparison.Ordinal);
        Assert.Single(emulator.Requests);

        Assert.Equal(HttpStatusCode.NoContent, (await host.Http.PostAsync("/queue/resume", null, Token)).StatusCode);
        Assert.Equal(1, (await host.SeeAsync(id, "done")).GetProperty("attempts").GetInt32());
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("/health", Token)).StatusCode);
    }

    [Fact(Timeout = Patience)]
    public async Task Job_ThatFailsAsOftenAsAllowed_IsDeadWithItsErrorAndRunsWhenItIsPutBack()
    {
        await using var database = await TestDatabase.MakeAsync(DatabaseKind.Sqlite, server);
        using var emulator = new OpenRouterEmulator();
        emulator.Next(Reply.Text("Half of an answer that is cut.").CutAfterPieces(3), Reply.Error(503, "Still down."));
        await using var host = await WorkerHost.StartAsync(database, emulator, null, "MaxAttempts=2");
        var id = await host.SubmitAsync();

        var job = await host.SeeAsync(id, "dead");
        Assert.Equal(2, job.GetProperty("attempts").GetInt32());
        Assert.Contains("Still down.", job.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("Half", job.GetProperty("partial").GetString(), StringComparison.Ordinal);
        Assert.Contains(id, await host.Http.GetStringAsync("/jobs", Token), StringComparison.Ordinal);

        await host.Http.PostAsync($"/jobs/{id}/requeue", null, Token);
        Assert.Equal(1, (await host.SeeAsync(id, "done")).GetProperty("attempts").GetInt32());
    }

    [Fact(Timeout = Patience)]
    public async Task Service_ThatAsksForTime_GetsIt()
    {
        await using var database = await TestDatabase.MakeAsync(DatabaseKind.Sqlite, server);
        using var emulator = new OpenRouterEmulator();
        emulator.On("/chat/completions").Always(Reply.Error(429, "Slow down.").WithRetryAfter(TimeSpan.FromSeconds(90)));
        await using var host = await WorkerHost.StartAsync(database, emulator);
        await host.SubmitAsync();
        await database.SeeAsync("SELECT count(*) FROM attempts WHERE outcome = 'interrupted'", 1);

        Assert.InRange(await database.NumberAsync("SELECT run_at - updated_at FROM jobs"), 90_000, 99_100);
    }

    [Fact(Timeout = Patience)]
    public async Task Job_ThatContinues_GoesOnFromWhatIsThere()
    {
        await using var database = await TestDatabase.MakeAsync(DatabaseKind.Sqlite, server);
        using var emulator = new OpenRouterEmulator();
        emulator.Next(Reply.Text(TestService.Story).CutAfterPieces(200));
        emulator.On("/chat/completions").Next(request =>
        {
            var before = request.Body.GetProperty("messages")[1].GetProperty("content").GetString()!;
            Assert.StartsWith(before, TestService.Story, StringComparison.Ordinal);
            return Reply.Text(TestService.Story[(before.Length - 30)..]);
        });
        await using var host = await WorkerHost.StartAsync(database, emulator);

        var job = await host.SeeAsync(await host.SubmitAsync(onInterruption: "continue"), "done");

        Assert.Equal(TestService.Story, job.GetProperty("answer").GetString());
        Assert.Equal(2, emulator.Requests.Count(request => request.Path == "/chat/completions"));
    }

    [Fact(Timeout = Patience)]
    public async Task Job_ThatContinuesWithAModelThatRefuses_BeginsAnew()
    {
        await using var database = await TestDatabase.MakeAsync(DatabaseKind.Sqlite, server);
        using var emulator = new OpenRouterEmulator();
        emulator.Next(Reply.Text(TestService.Story).CutAfterPieces(200), Reply.Error(400, "The last message must be of the user."), Reply.Text("A new answer."));
        await using var host = await WorkerHost.StartAsync(database, emulator);

        var job = await host.SeeAsync(await host.SubmitAsync(onInterruption: "continue"), "done");

        Assert.Equal(("A new answer.", 3), (job.GetProperty("answer").GetString(), job.GetProperty("attempts").GetInt32()));
    }

    [Fact(Timeout = Patience)]
    public async Task Job_LongerThanItsTime_IsAnotherAttempt()
    {
        await using var database = await TestDatabase.MakeAsync(DatabaseKind.Sqlite, server);
        using var emulator = new OpenRouterEmulator();
        emulator.Next(Reply.Text(TestService.Story).WithPace(TimeSpan.FromSeconds(30)));
        await using var host = await WorkerHost.StartAsync(database, emulator, null, "AttemptLimit=00:00:03");

        Assert.Equal(2, (await host.SeeAsync(await host.SubmitAsync(), "done")).GetProperty("attempts").GetInt32());
    }

    [Fact(Timeout = Patience)]
    public async Task Answer_LongerThanIsKept_FailsAtOnceSinceItWouldBePaidForAgain()
    {
        await using var database = await TestDatabase.MakeAsync(DatabaseKind.Sqlite, server);
        using var emulator = new OpenRouterEmulator();
        await using var host = await WorkerHost.StartAsync(database, emulator, null, "MaxAnswerChars=50");

        var job = await host.SeeAsync(await host.SubmitAsync(), "failed");

        Assert.Equal((1, "answer_too_long"), (job.GetProperty("attempts").GetInt32(), job.GetProperty("error_code").GetString()));
        Assert.StartsWith("The lighthouse", job.GetProperty("partial").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 2.5, 5)]
    [InlineData(2, 5, 10)]
    [InlineData(3, 10, 20)]
    [InlineData(30, 300, 600)]
    public void Backoff_ForEachAttempt_DoublesToItsCeilingWithJitter(int attempt, double least, double most)
    {
        var options = new WorkerOptions();

        Assert.Equal(TimeSpan.FromSeconds(least), Backoff.After(attempt, null, options, random: 0));
        Assert.Equal(TimeSpan.FromSeconds(most), Backoff.After(attempt, null, options, random: 1));
        Assert.True(Backoff.After(attempt, TimeSpan.FromSeconds(900), options, 0.5) >= TimeSpan.FromSeconds(900));
        Assert.True(Backoff.After(attempt, TimeSpan.MaxValue, options, 0.5) <= TimeSpan.FromDays(1.1));
    }

    [Theory]
    [InlineData("The lamp shone on through the fog", " and on.", "The lamp shone on through the fog and on.")]
    [InlineData("The lamp shone on through the fog", "on through the fog and on.", "The lamp shone on through the fog and on.")]
    [InlineData(
        "The lighthouse on the northern rock had no keeper, only a lamp", "The lighthouse on the northern rock had no keeper but a clock.", "The lighthouse on the northern rock had no keeper but a clock.")]
    [InlineData("The lamp shone on. The fog came. ", "The lamp shone on and on.", "The lamp shone on. The fog came. The lamp shone on and on.")]
    [InlineData("The lamp shone on", "The lamp shone on through the fog.", "The lamp shone on through the fog.")]
    [InlineData("It went on and on", "on and off", "It went on and onon and off")]
    public void Join_OfATextAndWhatGoesOnFromIt_RepeatsNothing(string before, string next, string whole)
        => Assert.Equal(whole, TextJoin.Join(before, next));
}
