using Dashboard.Measuring;

namespace Dashboard.View;

/// <summary>
/// How far the answer is. With a limit a bar shows how much of it is used; without one nobody can know, so that something moves while text comes and
/// the row says why there is no percentage.
/// </summary>
internal static class ProgressRow
{
    private const int Widest = 30;
    private const int Runner = 6;
    private const string LongReason = " no limit was set, so no percentage";
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    public static Row Of(Figures figures, int columns)
    {
        var width = Math.Clamp(columns / 3, 4, Widest);
        if (figures.Share is { } share)
        {
            var filled = Math.Max(share > 0 ? 1 : 0, (int)(share * width));
            return new Row()
                .Add(" " + new string('\u2501', filled), Palette.Bar)
                .Add(new string('\u2500', width - filled), Palette.Border)
                .Add(" " + (columns < width + 2 + FigureText.Share(figures)!.Length ? FigureText.ShortShare(figures) : FigureText.Share(figures)));
        }

        if (figures.HasEnded)
        {
            return new Row().Add(" " + (figures.FinishReason is { } reason ? $"finish reason: {reason}" : "no finish reason"), Palette.Quiet);
        }

        var (before, runner) = Place((int)(figures.Elapsed / Step), width);
        return new Row()
            .Add(" " + new string('\u2500', before), Palette.Border)
            .Add(new string('\u2501', runner), Palette.Bar)
            .Add(new string('\u2500', width - before - runner), Palette.Border)
            .Add(columns <= width + LongReason.Length ? " no limit was set" : LongReason, Palette.Quiet);
    }

    /// <summary>The runner goes to and fro.</summary>
    private static (int Before, int Length) Place(int step, int width)
    {
        var length = Math.Min(Runner, width / 2);
        var way = width - length;
        var place = step % (2 * way);
        return (place <= way ? place : (2 * way) - place, length);
    }
}
