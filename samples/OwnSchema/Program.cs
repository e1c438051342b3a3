using LocalChat.Core;
using LocalChat.Models;
using OpenRouter.Core;
using OpenRouter.Testing;
using OwnSchema;

// The client, its models and its builders are emitted from local-chat.openapi.yaml and its overlay. Streams, errors, clocks and
// retries are those of every client that the generator makes.
const string AddressVariable = "LOCAL_CHAT_URL";
const string KeyVariable = "LOCAL_CHAT_KEY";

if (args is ["--help" or "-h"])
{
    Console.WriteLine($"""
        Asks a chat server on your own machine.

          dotnet run --project samples/OwnSchema -- [question]

        {AddressVariable}  the address of the server, such as http://localhost:11434/v1; without it an emulator answers
        {KeyVariable}  the key, if the server wants one
        """);
    return 0;
}

var question = args.Length > 0 ? string.Join(' ', args) : "Tell me a short story.";
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};

if (Options() is not { } options)
{
    return 2;
}

using var client = new LocalChatClient(options);
var pieces = new AnswerText();
try
{
    var models = await client.Models.ListModelsAsync(stop.Token);
    var model = models.Data is [var first, ..] ? first.Id : "default";
    Console.Error.WriteLine($"{models.Data.Count} models; {model} answers.");

    await using var stream = client.Chat.AskStreaming(model)
        .WithMessages([new ChatMessage { Role = ChatMessageRole.User, Content = question }])
        .WithTemperature(0.7)
        .StreamAsync(stop.Token);
    await foreach (var text in stream.TextAsync())
    {
        pieces.Write(text);
    }

    pieces.EndLine();
    Console.Error.WriteLine($"[{stream.Answer.FinishReason}, {stream.Answer.Usage?.CompletionTokens} tokens]");
    return stream.Answer.FinishReason == "stop" ? 0 : 3;
}
catch (OperationCanceledException)
{
    pieces.EndLine();
    Console.Error.WriteLine("Stopped.");
    return 130;
}
catch (OpenRouterException failure)
{
    pieces.EndLine();
    Console.Error.WriteLine($"{failure.Message.ReplaceLineEndings(" ")} {failure.Partial?.Text.Length ?? 0} characters had arrived.");
    return 1;
}

static OpenRouterClientOptions? Options()
{
    var address = Environment.GetEnvironmentVariable(AddressVariable);
    if (string.IsNullOrWhiteSpace(address))
    {
        Console.Error.WriteLine($"{AddressVariable} is not set: the emulator in this program answers.");
        return new OpenRouterEmulator { Pace = TimeSpan.FromMilliseconds(15) }.CreateOptions();
    }

    if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
    {
        Console.Error.WriteLine($"{AddressVariable} is no http address: {address}");
        return null;
    }

    var key = Environment.GetEnvironmentVariable(KeyVariable);
    return new OpenRouterClientOptions { BaseAddress = url, ApiKey = string.IsNullOrWhiteSpace(key) ? null : new ApiKey(key) };
}
