namespace Dashboard.Measuring;

/// <summary>What a view takes at one moment: the text and the reasoning that came since it looked last, and the figures that belong to them.</summary>
internal readonly record struct Glance(string Text, string Reasoning, Figures Figures);
