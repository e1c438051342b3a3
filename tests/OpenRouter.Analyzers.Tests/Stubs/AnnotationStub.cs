namespace OpenRouter.Analyzers.Tests.Stubs;

/// <summary>The annotations as the runtime declares them.</summary>
internal static class AnnotationStub
{
    public const string Source = """
        using System;

        namespace OpenRouter.Runtime.Annotations;

        [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
        public sealed class StreamChunkAttribute : Attribute { public bool HasEndChunk { get; init; } = true; }

        [AttributeUsage(AttributeTargets.Property, Inherited = false)]
        public sealed class FinishReasonAttribute : Attribute;

        [AttributeUsage(AttributeTargets.Property, Inherited = false)]
        public sealed class UsageAttribute : Attribute;

        [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property, Inherited = false)]
        public sealed class TerminalResultAttribute : Attribute;

        [AttributeUsage(AttributeTargets.Method, Inherited = false)]
        public sealed class SendingMethodAttribute : Attribute { public bool Streams { get; init; } }

        [AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, Inherited = false)]
        public sealed class StreamCollectorAttribute : Attribute;

        [AttributeUsage(AttributeTargets.Class, Inherited = false)]
        public sealed class RequestBuilderAttribute : Attribute;

        [AttributeUsage(AttributeTargets.Property, Inherited = false)]
        public sealed class ToolCallsAttribute : Attribute;

        [AttributeUsage(AttributeTargets.Property, Inherited = false)]
        public sealed class ModelTextAttribute : Attribute;
        """;
}
