namespace OpenRouter.Analyzers.Tests.Stubs;

/// <summary>Routes, hubs, functions and services, as far as a client is made in them. Given to a project by the tests that want it.</summary>
internal static class WebStub
{
    public const string Source = """
        using System;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Microsoft.AspNetCore.Builder
        {
            public sealed class WebApplication { }

            public static class EndpointRouteBuilderExtensions
            {
                public static void MapPost(this WebApplication app, string pattern, Delegate handler) { }
            }
        }

        namespace Microsoft.AspNetCore.SignalR
        {
            public abstract class Hub { }
        }

        namespace Microsoft.Extensions.DependencyInjection
        {
            public sealed class ServiceCollection { }

            public static class ServiceCollectionExtensions
            {
                public static void AddSingleton<T>(this ServiceCollection services, Func<IServiceProvider, T> make) { }
                public static void AddSingleton<T>(this ServiceCollection services, T value) { }
            }
        }

        namespace Microsoft.Extensions.Hosting
        {
            public abstract class BackgroundService { protected abstract Task ExecuteAsync(CancellationToken stoppingToken); }
        }

        namespace Microsoft.Azure.Functions.Worker
        {
            public sealed class FunctionAttribute : Attribute { }
        }
        """;
}
