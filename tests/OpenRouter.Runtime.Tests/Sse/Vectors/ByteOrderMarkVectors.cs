namespace OpenRouter.Runtime.Tests.Sse.Vectors;

/// <summary>Bodies that begin with a byte order mark, or with a part of one.</summary>
internal static class ByteOrderMarkVectors
{
    public static readonly (string Hex, string[] Expected)[] All =
    [
        ("EF", []),
        ("EFBB", []),
        ("EFBBBF", []),
        ("EF0A646174613A610A0A", ["message||a"]),
        ("EFBB0A646174613A610A0A", ["message||a"]),
        ("EFBBBF0A646174613A610A0A", ["message||a"]),
        ("EFBBBE646174613A610A0A", []),
        ("EFBFBF646174613A610A0A", []),
        ("BBBF646174613A610A0A", []),
        ("EFBBBF646174613A610A0A", ["message||a"]),
        ("EFBBBF3A630A", [":c"]),
        ("EFBBBFEFBBBF3A630A", []),
        ("0AEFBBBF3A630A", []),
        ("EFBBBF0D0A646174613A610D0A0D0A", ["message||a"]),
        ("EFBBBF64617461", ["?message||"]),
    ];
}
