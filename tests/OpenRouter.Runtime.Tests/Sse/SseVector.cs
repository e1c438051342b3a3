using System.Text;
using OpenRouter.Runtime.Tests.Sse.Vectors;

namespace OpenRouter.Runtime.Tests.Sse;

/// <summary>A body and what it means. In <see cref="Body"/> LF stands for whatever line end the run uses.</summary>
/// <param name="Name">What the vector is about.</param>
/// <param name="Body">The body.</param>
/// <param name="Expected">Events as <c>type|id|data</c>, comments as <c>:text</c>, an unterminated event with <c>?</c> before it.</param>
internal sealed record SseVector(string Name, string Body, params string[] Expected)
{
    public static readonly SseVector[] All =
    [
        .. DataVectors.All,
        .. TypeVectors.All,
        .. IdVectors.All,
        .. RetryVectors.All,
        .. CommentVectors.All,
        .. FieldNameVectors.All,
        .. BlockVectors.All,
        .. EndVectors.All,
        .. LineEndVectors.All,
        .. ServiceVectors.All,
        .. SizeVectors.All,
    ];

    private static readonly Dictionary<string, SseVector> ByName = All.ToDictionary(static vector => vector.Name);

    /// <summary>The milliseconds to wait that the body names, if it does.</summary>
    public int? Retry { get; init; }

    /// <summary>Whether its line ends are what it is about.</summary>
    public bool IsFixed { get; init; }

    /// <summary>The line ends it is run with.</summary>
    public IReadOnlyList<string> LineEnds => IsFixed ? ["LF"] : Sse.LineEnds.Names;

    public static SseVector Get(string name) => ByName[name];

    public byte[] Bytes(string lineEnd) => Encoding.UTF8.GetBytes(Sse.LineEnds.Apply(Body, lineEnd));
}
