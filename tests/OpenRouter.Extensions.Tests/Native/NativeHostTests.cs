using System.Reflection;
using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Extensions.Tests.Native;

/// <summary>A whole host with configuration, client, health check, logging and tracing, as it is compiled to IL and to native code.</summary>
public sealed class NativeHostTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Assembly => typeof(NativeHostTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "NativeHostAssembly").Value!;

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Program_CompiledAsItRuns_Works() => await RunAsync(RunningProgram.Host, [Assembly]);

    [Fact(Timeout = 1_200_000)]
    [Trait("Category", "Aot")]
    public async Task Publish_Native_HasNoWarningAndWorks()
    {
        using var published = await NativePublish.OfAsync("tests/OpenRouter.NativeHost", "NativeFramework=net9.0", Token);

        await RunAsync(published.Program, []);
    }

    private static async Task RunAsync(string file, string[] arguments)
    {
        await using var server = await HostServer.StartAsync(Token);

        using (var program = RunningProgram.Start(file, [.. arguments, $"--OpenRouter:BaseAddress={server.BaseUrl}", "--OpenRouter:Timeouts:Idle=00:00:20"], Token, HostServer.Key))
        {
            var result = await program.EndAsync();

            Assert.True(result.ExitCode == 0, result.Output + result.Error);
            Assert.Contains("health: Healthy\n", result.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
            Assert.Contains("answer: Hello you (stop)\n", result.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
            Assert.Contains("spans: getCurrentKey, chat a/b\n", result.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
            Assert.Contains("info: OpenRouter[4]", result.Output, StringComparison.Ordinal);
            Assert.DoesNotContain(HostServer.Key, result.Output + result.Error, StringComparison.Ordinal);
        }

        using var wrong = RunningProgram.Start(file, [.. arguments, "--OpenRouter:Timeouts:Idle=20"], Token, HostServer.Key);
        var refused = await wrong.EndAsync();
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("invalid: OpenRouter:Timeouts:Idle is no time. Write hours:minutes:seconds, such as 00:01:30, or off.", refused.Output, StringComparison.Ordinal);
    }
}
