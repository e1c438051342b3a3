namespace OpenRouter.Analyzers.Tests.Stubs;

/// <summary>Where ASP.NET Core, Blazor and others take text as HTML. Given to a project by the tests that want it.</summary>
internal static class HtmlStub
{
    public const string Source = """
        using System;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Microsoft.AspNetCore.Components
        {
            public abstract class ComponentBase
            {
                protected virtual void BuildRenderTree(Rendering.RenderTreeBuilder builder) { }
                protected void StateHasChanged() { }
            }

            public readonly struct MarkupString(string? value)
            {
                public string Value { get; } = value ?? "";
                public static explicit operator MarkupString(string? value) => new(value);
            }
        }

        namespace Microsoft.AspNetCore.Components.Rendering
        {
            public sealed class RenderTreeBuilder
            {
                public void AddContent(int sequence, string? text) { }
                public void AddContent(int sequence, MarkupString? markup) { }
                public void AddMarkupContent(int sequence, string? markup) { }
            }
        }

        namespace Microsoft.AspNetCore.Html
        {
            public interface IHtmlContent { }
            public sealed class HtmlString(string? value) : IHtmlContent { public string? Value => value; }
            public interface IHtmlContentBuilder : IHtmlContent { IHtmlContentBuilder AppendHtml(string encoded); IHtmlContentBuilder Append(string text); }
        }

        namespace Microsoft.AspNetCore.Mvc.Rendering
        {
            public interface IHtmlHelper { Html.IHtmlContent Raw(string? value); Html.IHtmlContent Raw(object? value); string Encode(string? value); }
        }

        namespace Microsoft.AspNetCore.Mvc.Razor
        {
            public abstract class RazorPageBase { public void WriteLiteral(string? value) { } public void Write(string? value) { } }
        }

        namespace Microsoft.JSInterop
        {
            public interface IJSRuntime { ValueTask<T> InvokeAsync<T>(string identifier, object?[]? arguments); }

            public static class JSRuntimeExtensions
            {
                public static ValueTask InvokeVoidAsync(this IJSRuntime script, string identifier, params object?[]? arguments) => default;
            }
        }

        namespace Microsoft.AspNetCore.Http
        {
            public static class Results { public static object Content(string? content, string? contentType = null) => ""; }
        }

        namespace Microsoft.Web.WebView2.Core
        {
            public sealed class CoreWebView2 { public void NavigateToString(string html) { } }
        }

        namespace Ganss.Xss
        {
            public sealed class HtmlSanitizer { public string Sanitize(string html) => html; }
        }
        """;
}
