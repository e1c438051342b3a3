using System.Text;

namespace OpenRouter.Runtime.Tests.Support;

/// <summary>Writes bodies of chat streams.</summary>
internal static class Wire
{
    public const string Done = "data: [DONE]\n\n";

    public static string Event(string json) => $"data: {json}\n\n";

    public static string Text(string text) => Choice($$"""{"content":{{JsonText.Of(text)}}}""");

    public static string Finish(string reason = "stop", string text = "") => Choice($$"""{"content":{{JsonText.Of(text)}}}""", $"\"{reason}\"");

    public static string Usage(string choices = "[]", long total = 18)
        => Event($$$"""{"id":"gen-1","choices":{{{choices}}},"usage":{"prompt_tokens":11,"completion_tokens":7,"total_tokens":{{{total}}},"cost":1.5e-05}}""");

    public static string Choice(string delta, string finish = "null", string native = "null", long index = 0)
        => Event($$"""{"id":"gen-1","model":"acme/one","provider":"Acme","choices":[{"index":{{index}},"delta":{{delta}},"finish_reason":{{finish}},"native_finish_reason":{{native}}}]}""");

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[][] Bytewise(string text) => [.. Bytes(text).Select(value => new[] { value })];
}
