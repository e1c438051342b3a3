namespace OpenRouter.Analyzers.Tests.Stubs;

/// <summary>Loggers and configurations, as far as a key passes through them. Given to a project by the tests that want it.</summary>
internal static class LoggingStub
{
    public const string Source = """
        using System;
        using System.Collections.Generic;

        namespace Microsoft.Extensions.Logging
        {
            public enum LogLevel { Debug, Information }

            public interface ILogger
            {
                void Log<TState>(LogLevel level, int eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter);
                IDisposable? BeginScope<TState>(TState state);
                bool IsEnabled(LogLevel level);
            }

            public interface ILogger<T> : ILogger { }

            public static class LoggerExtensions
            {
                public static void LogInformation(this ILogger logger, string? message, params object?[] args) { }
                public static void LogError(this ILogger logger, Exception? exception, string? message, params object?[] args) { }
                public static IDisposable? BeginScope(this ILogger logger, string messageFormat, params object?[] args) => null;
            }

            [AttributeUsage(AttributeTargets.Method)]
            public sealed class LoggerMessageAttribute(string message) : Attribute { public string Message => message; }
        }

        namespace Microsoft.Extensions.Configuration
        {
            public interface IConfiguration { string? this[string key] { get; set; } IConfigurationSection GetSection(string key); }
            public interface IConfigurationSection : IConfiguration { string? Value { get; set; } }
            public static class ConfigurationBinder
            {
                public static T? GetValue<T>(this IConfiguration configuration, string key) => default;
                public static T GetValue<T>(this IConfiguration configuration, string key, T defaultValue) => defaultValue;
            }
        }

        namespace Serilog
        {
            public static class Log { public static void Information(string template, params object?[] values) { } public static void Error(Exception exception, string template, params object?[] values) { } }
        }

        namespace Xunit
        {
            public interface ITestOutputHelper { void WriteLine(string message); }
        }
        """;
}
