namespace OpenRouter.Schema.Tests.Harness;

/// <summary>The attributes of Refit that emitted interfaces name, as its public surface declares them.</summary>
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
}
