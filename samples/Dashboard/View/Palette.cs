using Dashboard.Measuring;
using Spectre.Console;

namespace Dashboard.View;

/// <summary>The colours. Nothing is told by a colour alone, so that it can do without.</summary>
internal static class Palette
{
    public static readonly Style Border = new(Color.Grey);
    public static readonly Style Quiet = new(Color.Grey);
    public static readonly Style Name = new(decoration: Decoration.Bold);
    public static readonly Style Reasoning = new(Color.Grey, decoration: Decoration.Italic);
    public static readonly Style Bar = new(Color.Blue);

    public static Style Of(AnswerState state) => state switch
    {
        AnswerState.Finished => new(Color.Green, decoration: Decoration.Bold),
        AnswerState.CutOff or AnswerState.Filtered or AnswerState.Stopped => new(Color.Yellow, decoration: Decoration.Bold),
        AnswerState.Interrupted or AnswerState.Failed => new(Color.Red, decoration: Decoration.Bold),
        _ => new(Color.Blue, decoration: Decoration.Bold),
    };
}
