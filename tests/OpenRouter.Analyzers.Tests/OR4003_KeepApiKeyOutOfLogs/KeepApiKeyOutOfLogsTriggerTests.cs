using OpenRouter.Analyzers.Rules.OR4003_KeepApiKeyOutOfLogs;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR4003_KeepApiKeyOutOfLogs;

public sealed class KeepApiKeyOutOfLogsTriggerTests
{
    [Theory]
    [InlineData("""Console.WriteLine([|READ|]);""")]
    [InlineData("""var key = READ; Console.WriteLine([|key|]);""")]
    [InlineData("""var key = READ; Console.Write("Key: {0}", [|key|]);""")]
    [InlineData("""var key = READ; Console.WriteLine($"Using {[|key|]} for {args[0]}");""")]
    [InlineData("""var key = READ; Console.WriteLine($"{[|key|],80}");""")]
    [InlineData("""var key = READ; Console.WriteLine("Key: " + [|key|]);""")]
    [InlineData("""var key = READ; Console.WriteLine(string.Format("Key: {0}", [|key|]));""")]
    [InlineData("""var key = READ; Console.WriteLine(string.Join(", ", new[] { "a", [|key|] }));""")]
    [InlineData("""var key = READ; var text = $"Key: {key}"; Console.WriteLine([|text|]);""")]
    [InlineData("""var key = READ; var header = "Bearer " + key.Trim(); Console.Error.WriteLine([|header|]);""")]
    [InlineData("""var key = READ?.Trim(); Console.Out.Write([|key|]);""")]
    [InlineData("""var key = READ; Console.WriteLine([|key|] ?? "missing");""")]
    [InlineData("""var key = READ; Console.WriteLine(isVerbose ? [|key|] : Mask(key));""")]
    [InlineData("""var key = READ; Console.WriteLine(args.Length switch { 0 => "", 1 => [|key|], _ => Mask(key) });""")]
    [InlineData("""string? key = null; key = READ; Console.WriteLine([|key|]);""")]
    [InlineData("""var key = READ; if (string.IsNullOrEmpty(key)) { key = Console.ReadLine(); } Console.WriteLine([|key|]);""")]
    [InlineData("""var key = args.Length > 0 ? args[0] : READ; Console.WriteLine([|key|]);""")]
    [InlineData("""if (READ is { Length: > 0 } key) { Console.WriteLine([|key|]); }""")]
    [InlineData("""if (READ is not { } key) { return; } Console.WriteLine([|key|]);""")]
    [InlineData("""var key = READ; if (key == null) { return; } else { Console.WriteLine([|key|]); }""")]
    [InlineData("""var key = READ; if (string.IsNullOrEmpty(key) || key.Length < 8) { Console.WriteLine([|key|]); }""")]
    [InlineData("""var key = Environment.GetEnvironmentVariable("OpenRouter__ApiKey"); Console.WriteLine([|key|]);""")]
    [InlineData("""const string Name = "MY_API_KEY_2"; var key = Environment.GetEnvironmentVariable(Name); Console.WriteLine([|key|]);""")]
    [InlineData("""var key = configuration["OpenRouter:ApiKey"]; Console.WriteLine([|key|]);""")]
    [InlineData("""var key = configuration.GetSection("OpenRouter")["ApiKey"]; Console.WriteLine([|key|]);""")]
    [InlineData("""Console.WriteLine([|configuration.GetSection("OpenRouter:ApiKey").Value|]);""")]
    [InlineData("""Console.WriteLine([|configuration.GetValue<string>("OpenRouter:Key")|]);""")]
    [InlineData("""var key = configuration.GetValue("ApiKey", ""); Console.WriteLine([|key|]);""")]
    [InlineData("""var key = Console.ReadLine(); using var client = new OpenRouterClient(key!); Console.WriteLine([|key|]);""")]
    [InlineData("""var key = File.ReadAllText("key"); var options = new OpenRouterClientOptions { ApiKey = key.Trim() }; Console.WriteLine($"Key: {[|key|]}");""")]
    [InlineData("""foreach (var key in args) { try { using var client = new OpenRouterClient(key); } catch { Console.WriteLine($"{[|key|]} failed"); } }""")]
    [InlineData("""var key = args[0]; Console.WriteLine([|key|]); if (isVerbose) { using var client = new OpenRouterClient(key); return; }""")]
    [InlineData("""var key = READ; Console.WriteLine(key.Length > 0 ? [|key|] : "none");""")]
    [InlineData("""var key = READ; Action report = () => Console.WriteLine([|key|]); report();""")]
    [InlineData("""static string? Key() => READ; Console.WriteLine([|Key()|]);""")]
    public Task Console_Triggers(string statements) => Sample.VerifyAsync(Sample.WithStatements(statements));

    [Theory]
    [InlineData("""logger.LogInformation("Key {Key}", [|key|]);""")]
    [InlineData("""logger.LogInformation($"Key {[|key|]}");""")]
    [InlineData("""logger.LogError(new IOException("no"), "Call with {Model} and {Key} failed", "m", [|key|]);""")]
    [InlineData("""logger.LogInformation("Settings {@Settings}", new { Model = "m", ApiKey = [|key|] });""")]
    [InlineData("""using var scope = logger.BeginScope("Key {Key}", [|key|]);""")]
    [InlineData("""using var scope = logger.BeginScope(new Dictionary<string, object?> { ["ApiKey"] = [|key|], ["Model"] = "m" });""")]
    [InlineData("""using var scope = logger.BeginScope(new Dictionary<string, object?> { { "ApiKey", [|key|] } });""")]
    [InlineData("""using var scope = logger.BeginScope(("ApiKey", [|key|]));""")]
    [InlineData("""logger.Log(LogLevel.Debug, 1, $"Key {[|key|]}", null, (text, _) => text);""")]
    [InlineData("""Serilog.Log.Information("Key {Key}", [|key|]);""")]
    [InlineData("""Debug.WriteLine("Key " + [|key|]);""")]
    [InlineData("""Trace.TraceWarning("Key {0}", [|key|]);""")]
    [InlineData("""Debug.Assert(key is not null, $"{args[0]} and {[|key|]}");""")]
    [InlineData("""throw new InvalidOperationException($"The key {[|key|]} was refused.");""")]
    [InlineData("""throw new InvalidOperationException("The key was refused: " + [|key|]);""")]
    [InlineData("""throw new ArgumentException(string.Format("Bad key {0}", [|key|]), nameof(args));""")]
    [InlineData("""throw new ArgumentOutOfRangeException(nameof(args), [|key|], "No key.");""")]
    [InlineData("""var failure = new OpenRouterException($"Refused: {[|key|]}"); throw failure;""")]
    [InlineData("""void Report(Xunit.ITestOutputHelper output) => output.WriteLine($"{[|key|]}");""")]
    public Task LogsAndExceptions_Trigger(string statement) => Sample.VerifyAsync(Sample.WithStatements("var key = READ; " + statement));

    [Theory]
    [InlineData("""    readonly string? _key = READ; void Run() => Console.WriteLine([|_key|]);""")]
    [InlineData("""    static readonly string s_key = READ ?? throw new InvalidOperationException("no key"); void Run() => Console.WriteLine(Sample.[|s_key|]);""")]
    [InlineData("""    string _key; Sample(IConfiguration configuration) { _key = configuration["OpenRouter:ApiKey"]!; } void Run(ILogger logger) { logger.LogInformation("Key {Key}", this.[|_key|]); }""")]
    [InlineData("""    string Key { get; } = READ!; void Run() => Console.WriteLine([|Key|]);""")]
    [InlineData("""    static string Key => READ ?? throw new InvalidOperationException("no key"); void Run() => Console.WriteLine([|Key|]);""")]
    [InlineData("""    static string Key() { var key = READ; return string.IsNullOrEmpty(key) ? throw new InvalidOperationException("no key") : key; } void Run() => Console.WriteLine([|Key()|]);""")]
    [InlineData("""    OpenRouterClient Make(string key) { Console.WriteLine([|key|]); return new(key); }""")]
    [InlineData("""    Sample(string key, ILogger logger) { var client = new OpenRouterClient(new OpenRouterClientOptions { ApiKey = key }); logger.LogInformation("made with {Key}", [|key|]); }""")]
    [InlineData("""    class Chat(string key) { readonly OpenRouterClient _client = new(key); void Fail() => throw new IOException($"{_client} with {[|key|]}"); }""")]
    [InlineData("""    readonly string _key; Sample(string key) { _key = key; } OpenRouterClient Make() => new(new OpenRouterClientOptions { ApiKey = new ApiKey(_key) }); void Fail() => throw new IOException($"refused: {[|_key|]}");""")]
    [InlineData("""    readonly string _key; Sample(string key) { this._key = key; } OpenRouterClient Make() => new(this._key.Trim()); void Run() => Console.WriteLine([|_key|]);""")]
    [InlineData("""    class Settings { public string Key { get; set; } = ""; } OpenRouterClient Make(Settings settings, ILogger logger) { logger.LogInformation("Key {Key}", [|settings.Key|]); return new(settings.Key); }""")]
    [InlineData("""    [LoggerMessage("Started with {key}")] static partial void LogStart(ILogger logger, string? key); static partial void LogStart(ILogger logger, string? key) { } void Run(ILogger logger) => LogStart(logger, [|READ|]);""")]
    public Task Members_Trigger(string members) => Sample.VerifyAsync(Sample.With(members.Replace("Sample.[|s_key|]", "[|Sample.s_key|]", StringComparison.Ordinal).Replace("this.[|_key|]", "[|this._key|]", StringComparison.Ordinal)));

    [Fact]
    public Task MarkedMembers_OfAnyClient_Trigger() => Sample.VerifyAsync("""
        class Options { [ApiKey] public string? Secret { get; set; } }
        class Client
        {
            public Client([ApiKey] string secret) { Console.WriteLine([|secret|]); }
            public void Show(Options options) => Console.WriteLine($"{[|options.Secret|]}");
        }
        """);

    [Fact]
    public async Task Message_TellsWhereItEndsUp()
    {
        var project = Sample.Project;
        var source = Sample.WithStatements("""var key = READ; Console.Write([|key|]); logger.LogInformation([|key|]); throw new IOException([|key|]);""");
        var document = await RuleVerifier<KeepApiKeyOutOfLogsAnalyzer>.VerifyAsync(source, project);
        var messages = (await RuleVerifier<KeepApiKeyOutOfLogsAnalyzer>.DiagnosticsAsync(document.Project))
            .Select(finding => finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Split(',')[0]);

        Assert.Equal(["An API key is written to the console", "An API key is written to a log", "An API key is written to the message of an exception"], messages);
    }
}
