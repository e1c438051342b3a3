namespace OpenRouter.Schema.Tests.Harness;

/// <summary>What emitted interfaces and the sources of the package name of Refit, as its public surface declares it.</summary>
internal static class RefitDeclarations
{
    public const string Source =
        """
        #nullable enable
        using System;

        namespace Refit
        {
            public enum CollectionFormat { RefitParameterFormatter, Csv, Ssv, Tsv, Pipes, Multi }

            public abstract class HttpMethodAttribute(string path) : Attribute { public string Path { get; } = path; }

            [AttributeUsage(AttributeTargets.Method)] public class GetAttribute(string path) : HttpMethodAttribute(path);
            [AttributeUsage(AttributeTargets.Method)] public class PostAttribute(string path) : HttpMethodAttribute(path);
            [AttributeUsage(AttributeTargets.Method)] public class PutAttribute(string path) : HttpMethodAttribute(path);
            [AttributeUsage(AttributeTargets.Method)] public class PatchAttribute(string path) : HttpMethodAttribute(path);
            [AttributeUsage(AttributeTargets.Method)] public class DeleteAttribute(string path) : HttpMethodAttribute(path);
            [AttributeUsage(AttributeTargets.Method)] public class HeadAttribute(string path) : HttpMethodAttribute(path);
            [AttributeUsage(AttributeTargets.Method)] public class OptionsAttribute(string path) : HttpMethodAttribute(path);

            [AttributeUsage(AttributeTargets.Method | AttributeTargets.Interface)]
            public class HeadersAttribute(params string[] headers) : Attribute { public string[] Headers { get; } = headers; }

            [AttributeUsage(AttributeTargets.Parameter)] public class BodyAttribute : Attribute;
            [AttributeUsage(AttributeTargets.Parameter)] public class HeaderAttribute(string header) : Attribute { public string Header { get; } = header; }
            [AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)] public class AliasAsAttribute(string name) : Attribute { public string Name { get; } = name; }

            [AttributeUsage(AttributeTargets.Parameter)]
            public class QueryAttribute : Attribute
            {
                public QueryAttribute() { }

                public QueryAttribute(CollectionFormat format) => CollectionFormat = format;

                public CollectionFormat CollectionFormat { get; set; }

                public string? Format { get; set; }
            }
        }
        """;

    /// <summary>The settings and factories; the delegates are those of a version.</summary>
    /// <param name="task">What they return: <c>ValueTask</c> since version 14, before <c>Task</c>.</param>
    public static string Settings(string task) =>
        $$"""
        #nullable enable
        using System;
        using System.Net.Http;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Refit
        {
            public interface IHttpContentSerializer;

            public sealed class SystemTextJsonContentSerializer(JsonSerializerOptions options) : IHttpContentSerializer { public JsonSerializerOptions Options { get; } = options; }

            public class RefitSettings(IHttpContentSerializer contentSerializer)
            {
                public IHttpContentSerializer ContentSerializer { get; set; } = contentSerializer;

                public Func<HttpRequestMessage, CancellationToken, {{task}}<string>>? AuthorizationHeaderValueGetter { get; set; }

                public Func<HttpResponseMessage, {{task}}<Exception?>> ExceptionFactory { get; set; } = null!;
            }

            public static class RestService
            {
                public static T For<T>(HttpClient client, RefitSettings? settings) => throw new NotSupportedException();

                public static T ForGenerated<T>(HttpClient client, RefitSettings settings) => throw new NotSupportedException();
            }
        }
        """;

    /// <summary>What Refit adds for HttpClientFactory.</summary>
    public const string Factory =
        """
        #nullable enable
        using System;
        using Microsoft.Extensions.DependencyInjection;

        namespace Refit
        {
            public static class HttpClientFactoryExtensions
            {
                public static IHttpClientBuilder AddRefitClient<T>(this IServiceCollection services, RefitSettings? settings) where T : class => throw new NotSupportedException();

                public static IHttpClientBuilder AddRefitGeneratedClient<T>(this IServiceCollection services, RefitSettings? settings) where T : class => throw new NotSupportedException();
            }
        }
        """;
}
