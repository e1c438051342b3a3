using System.Text;
using Dashboard;
using Dashboard.Measuring;
using Dashboard.View;
using OpenRouter.Core;

if (OperatingSystem.IsWindows())
{
    Console.OutputEncoding = Console.InputEncoding = Encoding.UTF8;
}

try
{
    var arguments = DashboardArguments.Parse(args);
    if (arguments.WantsHelp)
    {
        Console.WriteLine(DashboardArguments.Usage);
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

static async Task<int> AnswerAsync(IOpenRouterClient client, DashboardArguments arguments, string prompt)
{
    using var interrupt = new CancellationTokenSource();
    var board = new AnswerBoard(arguments.Model, arguments.MaxTokens, TimeProvider.System);
    var view = ViewChoice.Make(board, interrupt.Cancel);
    ConsoleCancelEventHandler stop = (_, press) =>
    {
        // The first Ctrl+C ends the request in order; a second one ends the program, which leaves the terminal as it was.
        press.Cancel = !interrupt.IsCancellationRequested;
        if (!press.Cancel)
        {
            (view as LiveView)?.Abandon();
        }

        interrupt.Cancel();
    };
    Console.CancelKeyPress += stop;
    // One task reads, another shows: neither waits for the other.
    var reading = AnswerReader.ReadAsync(client, arguments, prompt, board, interrupt.Token);
    try
    {
        await view.ShowAsync(reading);
        return await reading;
    }
    catch
    {
        // Nobody looks any more, so nobody pays for what is left of the answer.
        await interrupt.CancelAsync();
        await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        throw;
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
