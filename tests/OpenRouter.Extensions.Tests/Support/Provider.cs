using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenRouter.Core;

namespace OpenRouter.Extensions.Tests.Support;

/// <summary>Containers, hosts and configurations of tests.</summary>
internal static class Provider
{
    /// <summary>A key of the environment would be taken where a test says that there is none.</summary>
    [ModuleInitializer]
    internal static void ForgetKey() => Environment.SetEnvironmentVariable("OPENROUTER_API_KEY", null);

    public static ServiceProvider Of(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        add(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>A host without anything of this machine.</summary>
    public static IHost Host(Action<IServiceCollection> add)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        add(builder.Services);
        return builder.Build();
    }

    public static IConfigurationRoot Settings(params (string Key, string? Value)[] settings)
        => new ConfigurationBuilder().AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create(setting.Key, setting.Value))).Build();

    public static OpenRouterClientOptions OptionsOf(this IServiceProvider provider, string name = "")
        => provider.GetRequiredService<IOptionsMonitor<OpenRouterClientOptions>>().Get(name);

    /// <summary>What is wrong, as the start of a host says it.</summary>
    public static async Task<IEnumerable<string>> FailuresAsync(Action<IServiceCollection> add)
    {
        using var host = Host(add);
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        return exception.Failures;
    }

    /// <summary>Lets a client send to a handler of the test, behind everything that the container puts before it.</summary>
    public static OpenRouterBuilder To(this OpenRouterBuilder builder, HttpMessageHandler handler)
    {
        builder.HttpClient.ConfigurePrimaryHttpMessageHandler(() => handler);
        return builder;
    }
}
