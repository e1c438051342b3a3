using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OpenRouter.Samples.Worker.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Samples.Worker.Tests.Service;

/// <summary>What callers of the service meet.</summary>
public sealed class EndpointTests(PostgresServer server)
{
    private const string Hello = """{"messages":[{"role":"user","content":"Hello"}]}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Submit_IsAcceptedWithAPlaceToLook_AndARepetitionGetsTheSame()
    {
        await using var database = await TestDatabase.MakeAsync(DatabaseKind.Sqlite, server);
        using var emulator = new OpenRouterEmulator();
        await using var host = await WorkerHost.StartAsync(database, emulator);

        using var first = await host.PostAsync(Hello, "order-7");
        using var again = await host.PostAsync(Hello, "order-7");
        using var other = await host.PostAsync(Hello.Replace("Hello", "Goodbye", StringComparison.Ordinal), "order-7");

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted, HttpStatusCode.UnprocessableEntity), (first.StatusCode, again.StatusCode, other.StatusCode));
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        var id = first.Headers.Location!.OriginalString.Split('/')[^1];
        var job = await host.SeeAsync(id, "done");
        Assert.Equal(("stop", 1), (job.GetProperty("finish_reason").GetString(), job.GetProperty("attempts").GetInt32()));
        Assert.Single(emulator.Requests);
    }

    [Theory]
    [InlineData("""{"messages":[{"role":"user","content":"Hello"}],"model":"other/model"}""", "model:")]
    [InlineData("""{"messages":[]}""", "messages:")]
    [InlineData("{}", "messages:")]
    [InlineData("""{"messages":[{"role":"robot","content":"Hello"}]}""", "messages[0].role:")]
    [InlineData("""{"messages":[{"role":"user","content":""}]}""", "messages[0].content:")]
    [InlineData("""{"messages":[null]}""", "messages[0]")]
    [InlineData("""{"messages":[{"role":"user","content":"Hello"}],"max_tokens":0}""", "max_tokens:")]
    [InlineData("""{"messages":[{"role":"user","content":"Hello"}],"on_interruption":"hope"}""", "on_interruption:")]
    [InlineData("""{"messages":[{"role":"user","content":"Hello"}],"tools":[]}""", "$.tools")]
    [InlineData("""{"messages":""", "line 1")]
    [InlineData("null", "null")]
    public async Task Submit_OfWhatIsNoRequest_SaysWhatAndWhere(string body, string place)
    {
        await using var database = await TestDatabase.MakeAsync(DatabaseKind.Sqlite, server);
        using var emulator = new OpenRouterEmulator();
        await using var host = await WorkerHost.StartAsync(database, emulator);

        using var response = await host.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(place, (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, await database.NumberAsync("SELECT count(*) FROM jobs"));
    }

    [Fact]
    public async Task Submit_OfMoreThanAllowed_IsRefused()
    {
        await using var database = await TestDatabase.MakeAsync(DatabaseKind.Sqlite, server);
        using var emulator = new OpenRouterEmulator();
        await using var host = await WorkerHost.StartAsync(database, emulator);

        using var large = await host.PostAsync(Hello.Replace("Hello", new string('x', 256 * 1024), StringComparison.Ordinal));
        using var strange = await host.PostAsync(Hello, new string('k', 201));

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest), (large.StatusCode, strange.StatusCode));
        Assert.Equal(0, await database.NumberAsync("SELECT count(*) FROM jobs"));
    }

    [Fact]
    public async Task Cancel_WhileTheJobRuns_EndsItsStream()
    {
        await using var database = await TestDatabase.MakeAsync(DatabaseKind.Sqlite, server);
        using var emulator = new OpenRouterEmulator { Pace = TimeSpan.FromMilliseconds(100) };
        await using var host = await WorkerHost.StartAsync(database, emulator, null, "Lease=00:00:01", "Renewal=00:00:00.1");
        var id = await host.SubmitAsync();
        await database.SeeAsync("SELECT count(*) FROM attempts WHERE generation_id IS NOT NULL", 1);

        Assert.Equal(HttpStatusCode.NoContent, (await host.Http.DeleteAsync($"/jobs/{id}", Token)).StatusCode);
        await Assert.Single(emulator.Requests).Ended.WaitAsync(TimeSpan.FromSeconds(10), Token);

        Assert.True(emulator.Requests[0].Aborted);
        Assert.Equal("cancelled", (await host.FindAsync(id)).GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.Conflict, (await host.Http.DeleteAsync($"/jobs/{id}", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await host.Http.PostAsync($"/jobs/{id}/requeue", null, Token)).StatusCode);
    }

    [Fact]
    public async Task Unknown_Job_IsNotFound()
    {
        await using var database = await TestDatabase.MakeAsync(DatabaseKind.Sqlite, server);
        using var emulator = new OpenRouterEmulator();
        await using var host = await WorkerHost.StartAsync(database, emulator);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("/jobs/none", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("/jobs/none/events", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await host.Http.PostAsync("/jobs/none/requeue", null, Token)).StatusCode);
    }
}
