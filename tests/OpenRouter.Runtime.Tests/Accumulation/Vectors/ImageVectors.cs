namespace OpenRouter.Runtime.Tests.Accumulation.Vectors;

/// <summary>Images, each in a delta of its own, and the names of those that are kept.</summary>
internal static class ImageVectors
{
    /// <summary>What an index does.</summary>
    public static readonly (string Expected, string[] Images)[] All =
    [
        ("a,b", ["""{"index":0,"n":"a"}""", """{"index":1,"n":"b"}"""]),
        ("b", ["""{"index":0,"n":"a"}""", """{"index":0,"n":"b"}"""]),
        ("b", ["""{"index":0,"n":"a"}""", """{"index":0.0,"n":"b"}"""]),
        ("b", ["""{"index":0,"n":"a"}""", """{"index":"0","n":"b"}"""]),
        ("a,b", ["""{"n":"a"}""", """{"n":"b"}"""]),
        ("a,b", ["""{"index":null,"n":"a"}""", """{"index":null,"n":"b"}"""]),
        ("a,b", ["""{"index":0.5,"n":"a"}""", """{"index":0.5,"n":"b"}"""]),
        ("a,b", ["""{"index":"x","n":"a"}""", """{"index":"x","n":"b"}"""]),
        ("a,b", ["""{"index":"","n":"a"}""", """{"index":"","n":"b"}"""]),
        ("a,b", ["""{"index":true,"n":"a"}""", """{"index":true,"n":"b"}"""]),
        ("a,b", ["""{"index":1e300,"n":"a"}""", """{"index":1e300,"n":"b"}"""]),
        ("b", ["""{"index":9223372036854775807,"n":"a"}""", """{"index":9223372036854775807,"n":"b"}"""]),
        ("b", ["""{"index":-3,"n":"a"}""", """{"index":-3,"n":"b"}"""]),
        ("c,b", ["""{"index":2,"n":"a"}""", """{"index":1,"n":"b"}""", """{"index":2,"n":"c"}"""]),
    ];
}
