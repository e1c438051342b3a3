using OpenRouter.Core;
using OpenRouter.Runtime.Streaming;

namespace Chat.Output;

/// <summary>The text goes to one writer; reasoning, calls and the status to the other one.</summary>
/// <param name="output">Where the text goes.</param>
/// <param name="notes">Where everything else goes.</param>
/// <param name="isOutputSeen">Whether the text goes to a terminal, which must not obey it.</param>
/// <param name="dims">Whether reasoning is dimmed.</param>
internal sealed class ConsoleOutput(TextWriter output, TextWriter notes, bool isOutputSeen, bool dims) : IAnswerOutput
{
    private const string Dim = "\e[2m";
    private const string Plain = "\e[0m";
    private bool _isTextOpen;
    private bool _isReasoningOpen;

    /// <summary>Standard output and standard error. NO_COLOR (no-color.org) and terminals that know no styles are heeded.</summary>
    public static ConsoleOutput ForThisConsole() => new(
        Console.Out,
        Console.Error,
        isOutputSeen: !Console.IsOutputRedirected,
        dims: !Console.IsErrorRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb");

    public void Reasoning(string text)
    {
        CloseText();
        if (!_isReasoningOpen)
        {
            notes.Write(dims ? $"{Dim}Thinking: " : "Thinking: ");
            _isReasoningOpen = true;
        }

        notes.Write(TerminalText.Harmless(text));
    }

    public void Text(string text)
    {
        CloseReasoning();
        output.Write(isOutputSeen ? TerminalText.Harmless(text) : text);
        _isTextOpen = text[^1] != '\n';
    }

    public void ToolRun(ToolCall call, string result)
    {
        Close();
        notes.WriteLine($"[{TerminalText.OneLine($"{call.Name} {call.Arguments}")} -> {TerminalText.OneLine(result)}]");
    }

    public void Finished(ChatAnswer answer)
    {
        Close();
        notes.WriteLine(TerminalText.OneLine(StatusLine.Of(answer)));
        if (StatusLine.Remark(answer) is { } remark)
        {
            notes.WriteLine(remark);
        }
    }

    public void Stopped(ChatAnswer answer)
    {
        Close();
        notes.WriteLine($"Stopped. {StatusLine.Arrived(answer)}");
    }

    public void Failed(OpenRouterException exception, ChatAnswer answer)
    {
        var arrived = answer.Text.Length > 0 ? $" {StatusLine.Arrived(answer)}" : "";
        Failed($"{exception.Message}{arrived}", answer);
    }

    public void Failed(string why, ChatAnswer answer)
    {
        Close();
        notes.WriteLine(TerminalText.OneLine(why));
    }

    private void Close()
    {
        CloseReasoning();
        CloseText();
    }

    /// <summary>The next line of whatever reads the output begins at its beginning.</summary>
    private void CloseText()
    {
        if (_isTextOpen)
        {
            output.WriteLine();
            _isTextOpen = false;
        }
    }

    private void CloseReasoning()
    {
        if (_isReasoningOpen)
        {
            notes.WriteLine(dims ? Plain : "");
            _isReasoningOpen = false;
        }
    }
}
