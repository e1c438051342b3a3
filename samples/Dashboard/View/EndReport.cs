using Dashboard.Measuring;
using Spectre.Console;

namespace Dashboard.View;

/// <summary>
/// What stays on the normal screen: the whole answer with its own line ends, so that it can be scrolled back to and copied, and a table of figures.
/// </summary>
internal static class EndReport
{
    private const int LeastColumnsForTable = 40;

    public static void Write(IAnsiConsole console, ScreenLayout layout, Figures figures)
    {
        var output = console.Profile.Out.Writer;
        if (layout.Reasoning.Length > 0)
        {
            console.Write(new Spectre.Console.Text("Reasoning:", Palette.Quiet));
            console.WriteLine();
            WriteWhole(output, layout.Reasoning);
            console.Write(new Spectre.Console.Text("Answer:", Palette.Quiet));
            console.WriteLine();
        }

        WriteWhole(output, layout.Answer);
        if (console.Profile.Width >= LeastColumnsForTable)
        {
            console.Write(TableOf(figures));
        }
        else
        {
            output.WriteLine("\n" + string.Join('\n', Rows(figures).Select(static row => $"{row.Name}: {row.Value}")));
        }

        output.Flush();
        if (figures.Remark is { } remark)
        {
            Console.Error.WriteLine(remark);
        }
    }

    /// <summary>The text is safe already. It goes past the layout of the library, which would put line ends into it.</summary>
    private static void WriteWhole(TextWriter output, string text)
    {
        if (text.Length > 0)
        {
            output.WriteLine(text.TrimEnd('\n'));
        }
    }

    private static Table TableOf(Figures figures)
    {
        var table = new Table().RoundedBorder().BorderStyle(Palette.Border).HideHeaders().AddColumn("").AddColumn("");
        foreach (var (name, value) in Rows(figures))
        {
            table.AddRow(
                new Spectre.Console.Text(name, Palette.Quiet),
                new Spectre.Console.Text(value, name == "State" ? Palette.Of(figures.State) : Style.Plain));
        }

        return table;
    }

    private static IEnumerable<(string Name, string Value)> Rows(Figures figures)
    {
        (string Name, string? Value)[] rows =
        [
            ("State", figures.FinishReason is { } reason ? $"{FigureText.State(figures.State)} ({reason})" : FigureText.State(figures.State)),
            ("Asked", figures.AskedModel),
            ("Answered", FigureText.Answers(figures)),
            ("Generation", figures.GenerationId),
            ("Tokens", FigureText.TokensInAndOut(figures)),
            ("Limit", FigureText.Share(figures)),
            ("First token", FigureText.FirstToken(figures)),
            ("Speed", FigureText.Speed(figures)),
            ("Elapsed", FigureText.Seconds(figures.Elapsed)),
            ("Cost", FigureText.Cost(figures)),
        ];
        foreach (var (name, value) in rows)
        {
            if (value is not null)
            {
                yield return (name, value);
            }
        }
    }
}
