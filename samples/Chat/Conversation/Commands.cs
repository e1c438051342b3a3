using System.Globalization;
using Chat.Output;
using OpenRouter.Core;

namespace Chat.Conversation;

/// <summary>The commands of a conversation.</summary>
internal sealed class Commands(IOpenRouterClient client, Questions questions, ChatSettings settings, TextWriter notes)
{
    private const string Help =
        """
        /model [id]        tells or changes the model
        /models [text]     lists the models whose id holds a text
        /system [text]     tells or changes the instructions; - takes them away
        /reasoning [how]   tells or changes how much the model thinks; - leaves it to the model
        /tools [on|off]    lets the model ask for the time and roll dice
        /history           lists what is sent with the next question
        /forget [n]        forgets the n oldest questions and their answers
        /clear             begins anew
        /retry             asks the last question again
        /cost              tells what this conversation has cost
        /exit              ends it, as Ctrl+D does
        A question that begins with a slash begins with two.
        """;

    private readonly ModelList _models = new(client);

    /// <summary>Does what a line says.</summary>
    /// <returns>False when the conversation is to end.</returns>
    public async Task<bool> RunAsync(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var (name, rest) = space < 0 ? (line, "") : (line[..space], line[(space + 1)..].Trim());
        switch (name)
        {
            case "/help":
                notes.WriteLine(Help);
                break;
            case "/model":
                await ModelAsync(rest);
                break;
            case "/models":
                await ListModelsAsync(rest);
                break;
            case "/system":
                settings.System = Changed(settings.System, rest);
                notes.WriteLine(settings.System is { } system ? $"Instructions: {TerminalText.OneLine(system)}" : "There are no instructions.");
                break;
            case "/reasoning":
                Reasoning(rest);
                break;
            case "/tools":
                settings.OffersTools = rest is "on" || (rest is not "off" && settings.OffersTools);
                notes.WriteLine(settings.OffersTools ? "The model may call functions." : "The model may call no functions.");
                break;
            case "/history":
                List();
                break;
            case "/forget":
                Forget(rest);
                break;
            case "/clear":
                questions.History.Clear();
                notes.WriteLine("The next question is the first one.");
                break;
            case "/retry":
                await RetryAsync();
                break;
            case "/cost":
                notes.WriteLine(questions.Spending);
                break;
            case "/exit" or "/quit":
                return false;
            default:
                notes.WriteLine($"{TerminalText.OneLine(name)} is not a command. /help lists them.");
                break;
        }

        return true;
    }

    private static string? Changed(string? value, string rest) => rest switch
    {
        "" => value,
        "-" => null,
        _ => rest,
    };

    private async Task ModelAsync(string id)
    {
        if (id.Length > 0)
        {
            var (isKnown, remark) = await _models.CheckAsync(id);
            if (remark is not null)
            {
                notes.WriteLine(remark);
            }

            settings.Model = isKnown ? id : settings.Model;
        }

        notes.WriteLine($"The model is {TerminalText.OneLine(settings.Model)}.");
    }

    private async Task ListModelsAsync(string text)
    {
        try
        {
            foreach (var line in await _models.FindAsync(text))
            {
                notes.WriteLine(TerminalText.OneLine(line));
            }
        }
        catch (OpenRouterException exception)
        {
            notes.WriteLine(TerminalText.OneLine(exception.Message));
        }
    }

    private void Reasoning(string level)
    {
        try
        {
            settings.Reasoning = level switch
            {
                "" => settings.Reasoning,
                "-" => null,
                _ => ChatArguments.ReadReasoning(level),
            };
            notes.WriteLine(settings.Reasoning is { } effort ? $"Reasoning: {effort}." : "Reasoning is left to the model.");
        }
        catch (UsageException exception)
        {
            notes.WriteLine(exception.Message);
        }
    }

    private void List()
    {
        if (questions.History.Turns.Count == 0)
        {
            notes.WriteLine("Nothing was said yet.");
        }

        for (var index = 0; index < questions.History.Turns.Count; index++)
        {
            var turn = questions.History.Turns[index];
            notes.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{index + 1}. you: {TerminalText.Short(turn.Question)}"));
            notes.WriteLine($"   {TerminalText.OneLine(turn.Model)}: {TerminalText.Short(turn.Text)}");
        }
    }

    private void Forget(string count)
    {
        if (!int.TryParse(count.Length > 0 ? count : "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            notes.WriteLine($"{TerminalText.OneLine(count)} is not a number of questions.");
            return;
        }

        var forgotten = questions.History.Forget(number);
        notes.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{forgotten} forgotten, {questions.History.Turns.Count} kept."));
    }

    private async Task RetryAsync()
    {
        if ((questions.Unanswered ?? questions.History.TakeLast()?.Question) is { } question)
        {
            notes.WriteLine($"> {TerminalText.OneLine(question)}");
            await questions.AskAsync(question);
            return;
        }

        notes.WriteLine("Nothing was asked yet.");
    }
}
