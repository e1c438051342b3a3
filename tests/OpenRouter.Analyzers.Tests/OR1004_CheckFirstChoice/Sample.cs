namespace OpenRouter.Analyzers.Tests.OR1004_CheckFirstChoice;

/// <summary>The class around the members that a test shows.</summary>
internal static class Sample
{
    /// <summary>A chunk of the default stream, one of a raw stream, one of a client that delivers raw chunks only, and a whole answer.</summary>
    public static string WithBody(string body)
    {
        return With($$"""
            static async Task Run(StreamingChatBuilder ask, ChatBuilder say, Pen pen, ChatResult result, bool flag)
            {
                await foreach (var chunk in ask.StreamAsync())
                {
                    await foreach (var raw in ask.StreamAsync().AsReceived())
                    {
                        await foreach (var scrap in pen.ScribbleAsync())
                        {
                            {{body}}
                        }
                    }
                }
            }
            """);
    }

    public static string With(string members)
    {
        return $$"""
            class Sample
            {
                static void Show(object? value) => Console.WriteLine(value);
                static bool Has([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] object? value) => value is not null;

            {{members}}
            }
            """;
    }
}
