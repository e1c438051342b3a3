using System.Text;
using Chat;
using OpenRouter.Core;
using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Streaming;

// The answer goes to standard output and everything else to standard error, so that `Chat "…" > story.txt` holds the story alone.
if (OperatingSystem.IsWindows())
{
    Console.OutputEncoding = Console.InputEncoding = Encoding.UTF8;
}

try
{
    var arguments = ChatArguments.Parse(args);
    if (arguments.WantsHelp)
    {
        Console.WriteLine(ChatArguments.Usage);
        return ExitCode.Answered;
    }

    var prompt = arguments.Prompt.Length > 0 ? arguments.Prompt : ReadPrompt();
    using var client = ClientChoice.Make(arguments, Console.Error);
    return await AnswerAsync(client, arguments, prompt);
}
catch (UsageException exception)
{
    Console.Error.WriteLine($"{exception.Message} Try --help.");
    return ExitCode.CalledWrongly;
}

static async Task<int> AnswerAsync(IOpenRouterClient client, ChatArguments arguments, string prompt)
{
    using var interrupt = new CancellationTokenSource();
    ConsoleCancelEventHandler stop = (_, press) =>
    {
        // The first Ctrl+C ends the request in order; a second one ends the program.
        press.Cancel = !interrupt.IsCancellationRequested;
        interrupt.Cancel();
    };
    Console.CancelKeyPress += stop;

    var request = client.Chat.CreateStreamingChatCompletion(arguments.Model);
    if (arguments.System is { } system)
    {
        request.AddSystemMessage(system);
    }

    await using var stream = request.AddUserMessage(prompt).StreamAsync(interrupt.Token);
    try
    {
        await foreach (var text in stream.TextAsync())
        {
            Console.Out.Write(text);
        }

        EndLine(stream);
        Console.Error.WriteLine(StatusLine.Of(stream.Answer));
        if (StatusLine.Remark(stream.Answer) is { } remark)
        {
            Console.Error.WriteLine(remark);
        }

        return ExitCode.Answered;
    }
    catch (OperationCanceledException)
    {
        EndLine(stream);
        Console.Error.WriteLine($"Stopped. {StatusLine.Arrived(stream.Answer)}");
        return ExitCode.Stopped;
    }
    catch (OpenRouterException exception)
    {
        EndLine(stream);
        var arrived = stream.Answer.Text.Length > 0 ? $" {StatusLine.Arrived(stream.Answer)}" : "";
        Console.Error.WriteLine($"{exception.Message.ReplaceLineEndings(" ")}{arrived}");
        return ExitCode.Failed;
    }
    finally
    {
        Console.CancelKeyPress -= stop;
    }
}

static string ReadPrompt()
{
    if (!Console.IsInputRedirected)
    {
        Console.Error.WriteLine($"Type the prompt and end it with {(OperatingSystem.IsWindows() ? "Ctrl+Z and Enter" : "Ctrl+D")}.");
    }

    var prompt = Console.In.ReadToEnd().Trim();
    return prompt.Length > 0 ? prompt : throw new UsageException("There is no prompt, neither as an argument nor on standard input.");
}

// The next line of whatever reads the output begins at its beginning.
static void EndLine(ChatStream<StreamingChatResponse> stream)
{
    var text = stream.Answer.Text;
    if (text.Length > 0 && text[^1] != '\n')
    {
        Console.Out.WriteLine();
    }
}
