using OpenRouter.Analyzers.Tests.Harness;
using OpenRouter.Analyzers.Tests.Stubs;

namespace OpenRouter.Analyzers.Tests.OR4002_EncodeModelText;

/// <summary>A component around the members that a test shows.</summary>
internal static class Sample
{
    public static TestProject Project { get; } = TestProject.Default with { Stubs = [.. TestProject.Default.Stubs, HtmlStub.Source] };

    public static string With(string members)
    {
        return $$"""
            using System.Net;
            using System.Text.Encodings.Web;
            using Microsoft.AspNetCore.Components;
            using Microsoft.AspNetCore.Components.Rendering;
            using Microsoft.AspNetCore.Html;
            using Microsoft.AspNetCore.Mvc.Rendering;
            using Microsoft.JSInterop;
            using Microsoft.Web.WebView2.Core;

            class Chat : ComponentBase
            {
                readonly IOpenRouterClient _client = null!;
                static string Clean(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;");
                [HtmlSanitizer] static string Purge(string text) => text;
                static string Keep(string text) => text;
                static string Format(string text) => text.Replace("\n", "<br/>");

            {{members}}
            }
            """;
    }

    public static string WithStatements(string statements)
    {
        return With("    async Task Run(ChatAnswer answer, ChatDelta delta, ChatAssistantMessage message, IHtmlHelper html, IJSRuntime script, CoreWebView2 view, RenderTreeBuilder tree, string other) { await Task.Yield(); " + statements + " }");
    }
}
