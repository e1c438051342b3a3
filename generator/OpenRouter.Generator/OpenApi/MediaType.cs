using System;
using System.Collections.Generic;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi;

/// <summary>A content type with the schema of what it carries.</summary>
/// <param name="Name">The type without parameters, in lower case; it may be a range such as <c>image/*</c>.</param>
/// <param name="Schema">What it carries, if the document says so.</param>
/// <param name="Encodings">How fields of a form are written, where the document says so.</param>
/// <param name="Span">Where the type stands.</param>
internal sealed record MediaType(string Name, Schema? Schema, IReadOnlyList<FieldEncoding> Encodings, SourceSpan Span)
{
    public bool IsJson => Name is "application/json" or "text/json" or "application/*" or "application/*+json" || Name.EndsWith("+json", StringComparison.Ordinal);

    public bool IsEventStream => Name == "text/event-stream";

    /// <summary>One JSON value a line.</summary>
    public bool IsJsonLines => Name is "application/x-ndjson" or "application/ndjson" or "application/jsonl" or "application/x-jsonlines" or "application/json-lines";

    public bool IsMultipart => Name is "multipart/form-data" or "multipart/*";

    public bool IsUrlEncoded => Name == "application/x-www-form-urlencoded";

    public bool IsAnything => Name == "*/*";

    /// <summary>Whether the name stands for several types, so that no request can carry it as it is.</summary>
    public bool IsRange => Name.IndexOf('*') >= 0;

    /// <summary>What is read and written as text, whatever it means.</summary>
    public bool IsText => Name.StartsWith("text/", StringComparison.Ordinal) || IsJsonLines || Name.EndsWith("+xml", StringComparison.Ordinal)
        || Name is "application/xml" or "application/yaml" or "application/x-yaml" or "application/graphql" or "application/sdp" or "application/jwt";
}
