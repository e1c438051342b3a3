using Microsoft.Extensions.DependencyInjection;
using OpenRouter.Core;
using OpenRouter.Extensions.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Extensions.Tests.Configuration;

/// <summary>The environment of the process, which all tests share.</summary>
[Collection(nameof(ProcessKeyTests))]
[CollectionDefinition(nameof(ProcessKeyTests), DisableParallelization = true)]
public sealed class ProcessKeyTests : IDisposable
{
    private const string Variable = "OPENROUTER_API_KEY";
    private readonly OpenRouterEmulator _emulator = new();

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        _emulator.Dispose();
    }

    [Fact]
    public async Task Key_OfTheProcess_IsTakenWhereNoneIsSet()
    {
        Environment.SetEnvironmentVariable(Variable, _emulator.Key);
        await using var provider = Provider.Of(services => services.AddOpenRouter().To(_emulator));

        await provider.GetRequiredService<IOpenRouterClient>().ApiKeys.GetCurrentKeyAsync(TestContext.Current.CancellationToken);

        Assert.True(Assert.Single(_emulator.Requests).IsAuthorized);
    }

    [Fact]
    public async Task Key_OfTheOptions_WinsOverTheProcess()
    {
        Environment.SetEnvironmentVariable(Variable, "sk-or-v1-of-the-process");
        await using var provider = Provider.Of(services => services.AddOpenRouter(options => options.ApiKey = _emulator.Key).To(_emulator));

        await provider.GetRequiredService<IOpenRouterClient>().ApiKeys.GetCurrentKeyAsync(TestContext.Current.CancellationToken);

        Assert.True(Assert.Single(_emulator.Requests).IsAuthorized);
    }

    [Fact]
    public async Task Key_OfTheProcessThatIsNone_IsToldWithoutItsText()
    {
        Environment.SetEnvironmentVariable(Variable, "sk-or-v1 secret");

        var failures = await Provider.FailuresAsync(static services => services.AddOpenRouter());

        Assert.Equal(["OPENROUTER_API_KEY holds a blank, a control character or a character outside ASCII, as no key does. Copy the key again."], failures);
    }

    [Fact]
    public async Task Key_OfTheProcess_IsNotTakenByAKeyedClient()
    {
        Environment.SetEnvironmentVariable(Variable, _emulator.Key);

        var failures = await Provider.FailuresAsync(static services => services.AddKeyedOpenRouter("work", Provider.Settings()));

        Assert.Equal(["OpenRouter:work:ApiKey is not set. Set it in user secrets or by the environment variable OpenRouter__work__ApiKey; a keyed client does not take that of OPENROUTER_API_KEY."], failures);
    }
}
