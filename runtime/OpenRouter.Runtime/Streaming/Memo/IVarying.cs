using System.ComponentModel;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming.Memo;

/// <summary>
/// An item of a stream of which the next one often differs in a few values alone. The generator writes the implementation: the
/// two members walk through the same values in the same order.
/// </summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IVarying<TSelf> : IJsonReadable<TSelf>
    where TSelf : IVarying<TSelf>
{
    /// <summary>Tells where the values stand that may vary.</summary>
    void Vary(VaryingPaths paths);

    /// <summary>Makes a copy with other values; this item stays as it is.</summary>
    TSelf With(VaryingValues values);
}
