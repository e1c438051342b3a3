using OpenRouter.Generated.Tests.Wire;

namespace OpenRouter.Generated.Tests.Seed;

/// <summary>
/// The C# blocks of the guide that this library answers to, with the mechanical repairs that they need in any project.
/// No call of the client is touched.
/// </summary>
internal static class SeedGuide
{
    private const string File = "seed/streaming-examples.md";

    public static string Console => InUsageOrder(Block("class ConsoleStreamingExample"));

    public static string AdvancedConsole => Block("class AdvancedConsoleStreaming");

    public static string Controller => Block("class StreamingChatController");

    public static string Blazor => InComponent(Block("@page \"/streaming-chat\""));

    /// <summary>Repair: StringBuilder lives in System.Text, which is no implicit using. A line of a project, not of the sample.</summary>
    public static string ProjectUsings => """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Text;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>The implicit usings of a web project, which the controller relies on.</summary>
    public static string WebUsings => ProjectUsings + "\n" + """
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.Extensions.Logging;
        """;

    /// <summary>A block behind as many empty lines as stand before it in the guide, so that a line of it has the number that it has there.</summary>
    public static string InPlace(string marker)
    {
        var block = Block(marker);
        var text = System.IO.File.ReadAllText(SharedFiles.Require(File));
        return new string('\n', text[..text.IndexOf(block, StringComparison.Ordinal)].Count(static character => character == '\n')) + block;
    }

    /// <summary>Repair: statements come before types in a file, and somebody has to make the client (CS8803, undefined variable).</summary>
    private static string InUsageOrder(string code)
    {
        const string Usage = "// Usage";
        var start = code.IndexOf(Usage, StringComparison.Ordinal);
        var classStart = code.IndexOf("public class", StringComparison.Ordinal);
        Assert.True(start > classStart, "The usage no longer stands after the class: this repair can go.");
        return code[..classStart] + "IOpenRouterClient client = new OpenRouterClient(\"key\");\n" + code[start..] + code[classStart..start];
    }

    /// <summary>
    /// Repair: the page does not get through the Razor compiler as it stands (plain text in code, lines 491 and 496), and that
    /// compiler is not at hand in memory; <see cref="SeedRuleTests"/> builds the whole page. All calls of the client are in its code
    /// part; that is compiled as the class which Razor makes of it, with the members that the directives inject, and with its base class.
    /// </summary>
    private static string InComponent(string page)
    {
        const string Start = "@code {";
        var start = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var end = page.IndexOf("\n}", start, StringComparison.Ordinal);
        Assert.Contains("@inject IOpenRouterClient OpenRouterClient", page, StringComparison.Ordinal);
        Assert.Contains("@using OpenRouter.Core", page, StringComparison.Ordinal);
        return "using OpenRouter.Core;\nusing Microsoft.AspNetCore.Components;\nusing Microsoft.AspNetCore.Components.Web;\n"
            + "public sealed class StreamingChatPage : ComponentBase, IDisposable\n{\n"
            + "[Inject] private IOpenRouterClient OpenRouterClient { get; set; } = null!;\n"
            + page[start..end] + "\n}\n";
    }

    private static string Block(string marker)
    {
        var text = System.IO.File.ReadAllText(SharedFiles.Require(File));
        var block = text.Split("```").Single(part => part.StartsWith("csharp\n", StringComparison.Ordinal) && part.Contains(marker, StringComparison.Ordinal));
        return block["csharp\n".Length..];
    }
}
