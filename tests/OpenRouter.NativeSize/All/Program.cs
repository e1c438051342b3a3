using OpenRouter.Core;
using OpenRouter.NativeSize;

// A program that calls everything there is. The service answers with a stream of chat chunks, so most calls fail: that is no matter here.
using var client = new OpenRouterClient(new OpenRouterClientOptions { ApiKey = new ApiKey("sk-or-v1-0000"), BaseAddress = new Uri(args[0]), Retries = RetryOptions.None });
long first = 0;
long count = 0;
foreach (var call in Operations.Calls)
{
    try
    {
        await call(client);
    }
    catch (Exception exception) when (exception is OpenRouterException or InvalidOperationException or ArgumentException or NullReferenceException)
    {
        // It was compiled and ran.
    }

    first = first == 0 ? Moments.Now : first;
    count++;
}

Moments.Report(first, count);
