using System.Text;
using Chat;
using Chat.Conversation;
using Chat.Output;

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

    var prompt = arguments.Prompt;
    if (prompt.Length == 0 && Console.IsInputRedirected && (prompt = Console.In.ReadToEnd().Trim()).Length == 0)
    {
        throw new UsageException("There is no prompt, neither as an argument nor on standard input.");
    }

    using var client = ClientChoice.Make(arguments, Console.Error);
    using var interrupts = new Interrupts();
    var settings = new ChatSettings(arguments);
    IAnswerOutput output = arguments.WritesJson ? new JsonLinesOutput(Console.Out) : ConsoleOutput.ForThisConsole();
    var questions = new Questions(client, settings, output, interrupts);
    return prompt.Length > 0
        ? await questions.AskAsync(prompt)
        : await new ChatLoop(questions, new Commands(client, questions, settings, Console.Error), Console.In, Console.Error).RunAsync();
}
catch (UsageException exception)
{
    Console.Error.WriteLine($"{exception.Message} Try --help.");
    return ExitCode.CalledWrongly;
}
