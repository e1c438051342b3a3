using OpenRouter.NativeSize;

// The least a program can do that reads an answer: one GET with HttpClient.
using var client = new HttpClient();
using var response = await client.GetAsync(new Uri(args[0]), HttpCompletionOption.ResponseHeadersRead);
await using var body = await response.Content.ReadAsStreamAsync();
var buffer = new byte[16 * 1024];
long first = 0;
long count = 0;
while (await body.ReadAsync(buffer) is > 0 and var read)
{
    first = first == 0 ? Moments.Now : first;
    count += read;
}

Moments.Report(first, count);
