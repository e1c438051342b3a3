namespace OpenRouter.Analyzers.Tests.OR1006_EnumerateStreamOnce;

/// <summary>The class around the members that a test shows.</summary>
internal static class Sample
{
    public static string WithBody(string body)
    {
        return With("static async Task Run(IOpenRouterClient client, StreamingChatBuilder ask, Pen pen, bool flag, int[] numbers, CancellationToken token) { await Task.Yield(); " + body + " }");
    }

    public static string With(string members)
    {
        return $$"""
            class Sample
            {
                static readonly StringBuilder _text = new();
                static void Show(object? value) => Console.WriteLine(value);

            {{members}}
            }

            static class Shared
            {
                public static IAsyncEnumerable<StreamingChatResponse> ReadAllAsync(this object log) => throw new NotImplementedException();
            }

            /// <summary>Chunks that were kept: they can be read as often as one likes.</summary>
            sealed class Recording : IAsyncEnumerable<StreamingChatResponse>
            {
                public IAsyncEnumerator<StreamingChatResponse> GetAsyncEnumerator(CancellationToken cancellationToken = default) => throw new NotImplementedException();
            }
            """;
    }
}
