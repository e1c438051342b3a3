using System;

namespace OpenRouter.Generator.Emit;

/// <summary>The namespaces that emitted files use, in the order in which they are printed.</summary>
[Flags]
internal enum Usings
{
    None = 0,
    System = 1,
    Collections = 1 << 1,
    CodeAnalysis = 1 << 2,
    Linq = 1 << 3,
    Http = 1 << 4,
    Json = 1 << 5,
    Serialization = 1 << 6,
    Metadata = 1 << 7,
    Threading = 1 << 8,
    Tasks = 1 << 9,
    Core = 1 << 10,
    Annotations = 1 << 11,
    RuntimeHttp = 1 << 12,
    RuntimeJson = 1 << 13,
    Streaming = 1 << 14,
    Memo = 1 << 15,
}
