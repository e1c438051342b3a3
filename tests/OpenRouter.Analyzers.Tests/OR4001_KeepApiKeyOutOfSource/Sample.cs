namespace OpenRouter.Analyzers.Tests.OR4001_KeepApiKeyOutOfSource;

/// <summary>The class around the members that a test shows, in which @KEY@ stands for a key that was never given to anybody.</summary>
internal static class Sample
{
    public const string Key = "sk-or-v1-" + "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";

    public static string With(string members)
    {
        return Filled($$"""
            using System.Net.Http.Headers;
            class Sample
            {
                static string Read(string key) => key;

            {{members}}
            }
            """);
    }

    public static string WithStatements(string statements)
    {
        return With("    void Run(HttpClient http, HttpRequestMessage message, string[] args, bool isLive) { " + statements + " }");
    }

    public static string Filled(string source)
    {
        return source.Replace("@KEY@", Key, StringComparison.Ordinal);
    }
}
