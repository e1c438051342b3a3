using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR4003_KeepApiKeyOutOfLogs;

public sealed class KeepApiKeyOutOfLogsSilenceTests
{
    [Theory]
    [InlineData("""Console.WriteLine($"Key ends with {key[^4..]}");""")]
    [InlineData("""Console.WriteLine(key[..4] + "...");""")]
    [InlineData("""Console.WriteLine(key?[..4]);""")]
    [InlineData("""Console.WriteLine(key.Substring(0, 4));""")]
    [InlineData("""Console.WriteLine(key.Remove(4));""")]
    [InlineData("""Console.WriteLine(key[0]);""")]
    [InlineData("""Console.WriteLine(new string('*', key.Length));""")]
    [InlineData("""Console.WriteLine($"Key of {key.Length} characters, {key?.Length}");""")]
    [InlineData("""Console.WriteLine(Mask(key));""")]
    [InlineData("""logger.LogInformation("Key {Key}", Mask(key));""")]
    [InlineData("""Console.WriteLine(key.Replace(key[4..], "***"));""")]
    [InlineData("""Console.WriteLine(key == null ? "missing" : "set");""")]
    [InlineData("""Console.WriteLine(key is null);""")]
    [InlineData("""Console.WriteLine(string.IsNullOrWhiteSpace(key));""")]
    [InlineData("""Console.WriteLine($"Has key: {key is { Length: > 0 }}, {!string.IsNullOrEmpty(key)}");""")]
    [InlineData("""Console.WriteLine(key.StartsWith("sk-or-v1-"));""")]
    [InlineData("""Console.WriteLine(key.GetHashCode());""")]
    [InlineData("""Console.WriteLine(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key))));""")]
    [InlineData("""Console.WriteLine(nameof(key));""")]
    [InlineData("""Console.WriteLine(key.Length > 8 ? key[..8] + "..." : key);""")]
    [InlineData("""var shown = key.Length <= 8 ? key : key[..8]; Console.WriteLine($"Key: {shown}");""")]
    [InlineData("""if (string.IsNullOrEmpty(key)) { Console.WriteLine($"The key '{key}' is empty"); }""")]
    [InlineData("""if (key is null or "") throw new InvalidOperationException($"No key: {key}");""")]
    [InlineData("""if (key is not { Length: > 0 }) throw new InvalidOperationException($"No key: {key}");""")]
    [InlineData("""if (!(key?.Length > 0)) { } else if (key.Length == 0) { logger.LogInformation("Key {Key}", key); }""")]
    [InlineData("""if (key != null && key.Length > 0) { } else { Console.WriteLine($"No key: {key}"); }""")]
    [InlineData("""var shown = key; if (shown.Length > 8) { shown = shown[..4]; } Console.WriteLine(shown);""")]
    [InlineData("""var shown = isVerbose ? Mask(key) : ""; Console.WriteLine(shown);""")]
    [InlineData("""key = Mask(key); Console.WriteLine(key);""")]
    [InlineData("""Clean(ref key); Console.WriteLine(key); static void Clean(ref string key) => key = "";""")]
    [InlineData("""using var client = new OpenRouterClient(key); Console.WriteLine(client);""")]
    [InlineData("""var options = new OpenRouterClientOptions { ApiKey = key }; Console.WriteLine(options.ApiKey); Console.WriteLine($"{options}");""")]
    [InlineData("""ApiKey? own = key; Console.WriteLine($"Key {own}");""")]
    [InlineData("""http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);""")]
    [InlineData("""http.DefaultRequestHeaders.Add("Authorization", $"Bearer {key}");""")]
    [InlineData("""File.WriteAllText("key", key);""")]
    [InlineData("""Environment.SetEnvironmentVariable("COPY", key);""")]
    [InlineData("""ArgumentException.ThrowIfNullOrEmpty(key);""")]
    [InlineData("""throw new ArgumentException("No key.", nameof(key));""")]
    [InlineData("""throw new Refused(key);""")]
    [InlineData("""logger.LogInformation("Model {Model}", args[0]);""")]
    [InlineData("""logger.LogInformation("Key is set: {IsSet}", key.Length > 0);""")]
    [InlineData("""Debug.Assert(key != null, "No key");""")]
    [InlineData("""Debug.Assert(key.Length > 8);""")]
    [InlineData("""var pair = (key, 1); Console.WriteLine(pair.Item2);""")]
    public Task HarmlessUse_IsSilent(string statement) => Sample.VerifyAsync(
        Sample.WithStatements("var key = READ!; " + statement).Replace(
            "partial class Sample", "class Refused(string key) : Exception { public int Length => key.Length; }\npartial class Sample", StringComparison.Ordinal));

    [Theory]
    [InlineData("""const string Name = "OPENROUTER_API_KEY"; if (Environment.GetEnvironmentVariable(Name) is null) { Console.WriteLine($"{Name} is not set"); }""")]
    [InlineData("""var model = Environment.GetEnvironmentVariable("OPENROUTER_MODEL"); Console.WriteLine(model);""")]
    [InlineData("""var file = Environment.GetEnvironmentVariable("OPENROUTER_API_KEY_FILE"); Console.WriteLine(file);""")]
    [InlineData("""var url = Environment.GetEnvironmentVariable("API_KEY_URL"); Console.WriteLine(url);""")]
    [InlineData("""var use = Environment.GetEnvironmentVariable("USE_API_KEY"); Console.WriteLine(use);""")]
    [InlineData("""var map = Environment.GetEnvironmentVariable("MAPS_PUBLIC_API_KEY"); Console.WriteLine(map);""")]
    [InlineData("""var other = Environment.GetEnvironmentVariable(args[0]); Console.WriteLine(other);""")]
    [InlineData("""var path = Environment.GetEnvironmentVariable("PATH"); Console.WriteLine(path);""")]
    [InlineData("""Console.WriteLine(configuration["OpenRouter:Model"]);""")]
    [InlineData("""Console.WriteLine(configuration.GetValue<bool>("OpenRouter:UseApiKey"));""")]
    [InlineData("""Console.WriteLine(configuration.GetSection("OpenRouter:ApiKey"));""")]
    [InlineData("""var apiKey = args[0]; Console.WriteLine(apiKey);""")]
    [InlineData("""var apiKeys = new Dictionary<string, int>(); foreach (var (key, count) in apiKeys) { Console.WriteLine(key); }""")]
    [InlineData("""var key = "demo"; using var client = new OpenRouterClient(key); Console.WriteLine(key);""")]
    [InlineData("""var text = args[0]; using var client = new OpenRouterClient(Find(text)); Console.WriteLine(text); static string Find(string name) => name;""")]
    [InlineData("""var key = args[0]; using var client = new OpenRouterClient(key); key = Mask(key); Console.WriteLine(key);""")]
    [InlineData("""foreach (var arg in args) { if (arg.StartsWith("sk-")) { using var client = new OpenRouterClient(arg); } else { Console.WriteLine($"Unknown argument: {arg}"); } }""")]
    [InlineData("""foreach (var arg in args) { if (arg.StartsWith("sk-")) { using var client = new OpenRouterClient(arg); continue; } Console.WriteLine($"Unknown argument: {arg}"); }""")]
    [InlineData("""var text = args[1]; switch (args[0]) { case "key": new OpenRouterClient(text).Dispose(); break; default: Console.WriteLine($"Unknown: {text}"); break; }""")]
    [InlineData("""var (key, name) = (args[0], args[1]); using var client = new OpenRouterClient(key); Console.WriteLine(name);""")]
    public Task OtherValues_AreSilent(string statements) => Sample.VerifyAsync(Sample.WithStatements(statements));

    [Theory]
    [InlineData("""    class Box { public string Text { get; set; } = ""; } OpenRouterClient Make(Box key, Box name) { Console.WriteLine(name.Text); return new(key.Text); }""")]
    [InlineData("""    readonly string _shown; Sample() { var key = READ!; _shown = key[^4..]; } void Run() => Console.WriteLine(_shown);""")]
    [InlineData("""    string _shown = READ!; void Hide() => _shown = Cut(_shown); static string Cut(string key) => key[..4]; void Run() => Console.WriteLine(_shown);""")]
    [InlineData("""    static string Shown(string key) => $"{key[..4]}..."; void Run() => Console.WriteLine(Shown(READ!));""")]
    [InlineData("""    static string Masked => Hide(READ); static string Hide(string? key) => key is null ? "-" : "***"; void Run() => Console.WriteLine(Masked);""")]
    [InlineData("""    void Run(string apiKey, string model) => Console.WriteLine(apiKey + model);""")]
    [InlineData("""    string _name = ""; void Use(string name) { _name = name; } IOException Make() => new(_name); void Run() => Console.WriteLine(_name);""")]
    [InlineData("""    string _key = ""; void Use(string key) { _key = key; _ = new OpenRouterClient(_key); } void Hide() => _key = "***"; void Run() => Console.WriteLine(_key);""")]
    [InlineData("""    record Account(string ApiKey); void Run(Account account) => Console.WriteLine(account);""")]
    public Task Members_AreSilent(string members) => Sample.VerifyAsync(Sample.With(members));

    [Fact]
    public Task TestProject_KeyThatATestMakesUp_IsSilent() => Sample.VerifyAsync(
        Sample.With("    void Key_IsRefused(string key, Xunit.ITestOutputHelper output) { output.WriteLine(key); using var client = new OpenRouterClient(key); }"),
        Sample.Project with { ReferencesTestFramework = true });

    [Fact]
    public Task TestProject_KeyOfTheEnvironment_Triggers() => Sample.VerifyAsync(
        Sample.With("    void Live(Xunit.ITestOutputHelper output) { output.WriteLine($\"live with {[|READ|]}\"); }"),
        Sample.Project with { ReferencesTestFramework = true });

    [Fact]
    public Task CompilationWithoutAClient_IsSilent() => Sample.VerifyAsync(
        """class Sample { void Run() => System.Console.WriteLine(System.Environment.GetEnvironmentVariable("OPENAI_API_KEY")); }""",
        TestProject.Default with { Stubs = [] });
}
