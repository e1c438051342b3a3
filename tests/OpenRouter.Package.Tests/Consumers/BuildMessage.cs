namespace OpenRouter.Package.Tests.Consumers;

/// <summary>An error or a warning of a build.</summary>
/// <param name="File">The name of the file, without its folders.</param>
/// <param name="Line">Its line, from 1; 0 if none was said.</param>
/// <param name="Column">Its column, from 1; 0 if none was said.</param>
/// <param name="Severity">error or warning.</param>
/// <param name="Id">Its number.</param>
/// <param name="Text">What it says.</param>
internal sealed record BuildMessage(string File, int Line, int Column, string Severity, string Id, string Text)
{
    /// <summary>File, place, severity and number: what a test looks for.</summary>
    public string Place => $"{File}({Line},{Column}): {Severity} {Id}";

    public override string ToString() => $"{Place}: {Text}";
}
