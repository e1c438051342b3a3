namespace OpenRouter.Testing.Wire;

/// <summary>A body, part by part, and how it ends.</summary>
/// <param name="Parts">What is handed out, in order.</param>
/// <param name="End">How the body is cut off; null when it ends as it should.</param>
/// <param name="SliceBytes">How much one read gets at most.</param>
internal sealed record BodyPlan(IReadOnlyList<BodyPart> Parts, CutKind? End, int SliceBytes)
{
    public static BodyPlan Of(Reply reply, IEnumerable<BodyPart> parts)
    {
        IReadOnlyList<BodyPart> all = [.. parts];
        if (reply.Cut is { } cut)
        {
            all = [.. cut.Pieces is { } pieces ? Pieces(all, pieces) : Bytes(all, cut.Bytes)];
        }

        return new BodyPlan(all, reply.Cut?.Kind, reply.SliceBytes);
    }

    private static IEnumerable<BodyPart> Pieces(IReadOnlyList<BodyPart> parts, int count)
    {
        foreach (var part in parts)
        {
            if (part.IsPiece && count-- == 0)
            {
                yield break;
            }

            yield return part;
        }
    }

    private static IEnumerable<BodyPart> Bytes(IReadOnlyList<BodyPart> parts, int count)
    {
        foreach (var part in parts)
        {
            if (count < part.Bytes.Length)
            {
                yield return part with { Bytes = part.Bytes[..count], IsPiece = false };
                yield break;
            }

            count -= part.Bytes.Length;
            yield return part;
        }
    }
}
