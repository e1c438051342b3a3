using System.Globalization;
using Dashboard.Measuring;

namespace Dashboard.View;

/// <summary>Who was asked, who answers, and where the answer stands.</summary>
internal static class HeaderRows
{
    private const string Wheel = "\u280B\u2819\u2839\u2838\u283C\u2834\u2826\u2827\u2807\u280F";
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    /// <summary>Two rows.</summary>
    public static IEnumerable<Row> Full(Figures figures)
    {
        var names = new Row().Add(" " + figures.AskedModel, Palette.Name);
        if (FigureText.Answers(figures) is { } answers)
        {
            names.Add(" \u2192 " + answers);
        }

        yield return names.AtRight($"{State(figures)} ", Palette.Of(figures.State));
        yield return new Row()
            .Add(" " + (figures.GenerationId is { } id ? $"generation {id}" : "no generation id yet"), Palette.Quiet)
            .AtRight($"{FigureText.Seconds(figures.Elapsed)} ", Palette.Quiet);
    }

    /// <summary>One row for small windows. It tells what is hidden above, since there is no border to do so.</summary>
    public static Row Short(Figures figures, int above)
    {
        var row = new Row().Add(State(figures), Palette.Of(figures.State)).Add($" \u00b7 {figures.Model ?? figures.AskedModel}", Palette.Quiet);
        return above > 0 ? row.AtRight(string.Create(CultureInfo.InvariantCulture, $"\u2191{above:#,0}"), Palette.Quiet) : row;
    }

    private static string State(Figures figures)
    {
        var word = FigureText.State(figures.State);
        return figures.HasEnded ? word : $"{Wheel[(int)(figures.Elapsed / Step) % Wheel.Length]} {word}";
    }
}
