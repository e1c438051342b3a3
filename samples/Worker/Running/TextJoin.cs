namespace Worker.Running;

/// <summary>Joins a text that broke off with what a model wrote to go on from it. Models repeat the last words, or begin anew, so nothing is appended blindly.</summary>
internal static class TextJoin
{
    /// <summary>How much of a continuation is needed to tell.</summary>
    public const int Window = 512;

    /// <summary>A shorter text is not worth going on from, and too short to tell a repetition from chance.</summary>
    public const int MinWorth = 64;

    /// <summary>Shorter repetitions are chance.</summary>
    private const int MinOverlap = 16;

    /// <summary>A refrain or the first words of a list come again; so much of the beginning does not.</summary>
    private const int MinAnew = 48;

    /// <summary>Joins the two.</summary>
    /// <param name="before">The text that broke off.</param>
    /// <param name="next">The beginning of the continuation: <see cref="Window"/> characters, or all of it.</param>
    /// <returns>The beginning of the whole.</returns>
    public static string Join(string before, string next)
    {
        if (BeginsAnew(before, next))
        {
            return next;
        }

        for (var length = Math.Min(before.Length, next.Length); length >= MinOverlap; length--)
        {
            if (before.AsSpan(before.Length - length).SequenceEqual(next.AsSpan(0, length)))
            {
                return before + next[length..];
            }
        }

        return before + next;
    }

    /// <summary>A continuation that begins as the text itself did is the whole answer over again, in other words further on.</summary>
    private static bool BeginsAnew(string before, string next)
    {
        var common = before.AsSpan().CommonPrefixLength(next);
        return common >= MinAnew || (common >= MinOverlap && common == Math.Min(before.Length, next.Length));
    }
}
