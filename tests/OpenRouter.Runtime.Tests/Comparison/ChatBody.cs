using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Comparison;

/// <summary>Writes chunks with every member that the official document requires, so that no client fails for want of one.</summary>
internal static class ChatBody
{
    public const string Done = "data: [DONE]\n\n";

    public static string Hello { get; } = Text("Hello") + Text(" world");

    public static string Event(string json) => $"data: {json}\n\n";

    public static string Chunk(string choices, string more = "")
        => Event($$"""{"id":"gen-1","object":"chat.completion.chunk","created":1787000000,"model":"acme/one","choices":{{choices}}{{more}}}""");

    public static string Choice(string delta, string finish = "null", int index = 0, string more = "")
        => $$"""{"index":{{index}},"delta":{{delta}},"finish_reason":{{finish}}{{more}}}""";

    public static string Text(string text, string finish = "null", string more = "")
        => Chunk($"[{Choice($$"""{"role":"assistant","content":{{JsonText.Of(text)}}}""", finish)}]", more);

    public static string Finish(string reason = "stop") => Text("", $"\"{reason}\"");

    public static string Usage(string choices = "[]")
        => Chunk(choices, """,'usage':{'prompt_tokens':11,'completion_tokens':7,'total_tokens':18}""".Replace('\'', '"'));
}
