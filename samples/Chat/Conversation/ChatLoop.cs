namespace Chat.Conversation;

/// <summary>A conversation at a terminal: lines are questions, those that begin with a slash are commands.</summary>
internal sealed class ChatLoop(Questions questions, Commands commands, TextReader input, TextWriter notes)
{
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync()
    {
        notes.WriteLine("/help lists the commands. A line that ends with \\ goes on in the next one. Ctrl+C stops an answer, Ctrl+D ends the conversation.");
        while (ReadQuestion() is { } line)
        {
            if (line.Length == 0)
            {
                continue;
            }

            // Two slashes are a question that begins with one.
            if (line[0] != '/' || line.StartsWith("//", StringComparison.Ordinal))
            {
                await questions.AskAsync(line[0] == '/' ? line[1..] : line);
            }
            else if (!await commands.RunAsync(line))
            {
                return ExitCode.Answered;
            }
        }

        notes.WriteLine();
        return ExitCode.Answered;
    }

    /// <summary>Null at the end of the input.</summary>
    private string? ReadQuestion()
    {
        notes.Write("> ");
        var line = input.ReadLine();
        if (line is null || !line.EndsWith('\\'))
        {
            return line?.Trim();
        }

        var lines = new List<string>();
        while (line is not null && line.EndsWith('\\'))
        {
            lines.Add(line[..^1]);
            notes.Write("  ");
            line = input.ReadLine();
        }

        lines.Add(line ?? "");
        return string.Join('\n', lines).Trim();
    }
}
