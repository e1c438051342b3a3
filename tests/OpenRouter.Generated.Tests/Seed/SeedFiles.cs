namespace OpenRouter.Generated.Tests.Seed;

/// <summary>
/// The four programs of the guide as files of a project: every line has the number that it has in the guide, and only what keeps
/// any compiler from reading them is repaired. A repair that finds nothing to repair fails.
/// </summary>
internal static class SeedFiles
{
    public const string Console = "Console.cs";
    public const string Usage = "ConsoleUsage.cs";
    public const string Advanced = "AdvancedConsole.cs";
    public const string Controller = "Controller.cs";
    public const string Blazor = "StreamingChat.razor";

    public static IReadOnlyDictionary<string, string> All()
    {
        var (console, usage) = Apart(SeedGuide.InPlace("class ConsoleStreamingExample"));
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Console] = console,
            [Usage] = usage,
            [Advanced] = SeedGuide.InPlace("class AdvancedConsoleStreaming"),
            [Controller] = SeedGuide.InPlace("class StreamingChatController"),
            [Blazor] = WithMarkedText(SeedGuide.InPlace("@page \"/streaming-chat\"")),
            // What the template of a Blazor project imports into every page.
            ["_Imports.razor"] = """
                @using Microsoft.AspNetCore.Components
                @using Microsoft.AspNetCore.Components.Web
                @using Microsoft.JSInterop
                """,
        };
    }

    /// <summary>Repair: statements stand before the types of a file or in another one (CS8803), and somebody has to make the client, on the empty line before.</summary>
    private static (string Class, string Usage) Apart(string block)
    {
        const string Comment = "\n\n// Usage\n";
        var start = block.IndexOf(Comment, StringComparison.Ordinal);
        Assert.True(start > block.IndexOf("public class", StringComparison.Ordinal), "The usage no longer stands after the class: this repair can go.");
        Assert.DoesNotContain("client =", block[start..], StringComparison.Ordinal);
        var before = block[..(start + 1)];
        return (before, new string('\n', before.Count(static character => character == '\n'))
            + "using OpenRouter.Core; IOpenRouterClient client = new OpenRouterClient(\"key\");" + block[(start + 1)..]);
    }

    /// <summary>Repair: text that stands on a line of its own within code has to be marked as text (CS0103, CS1002).</summary>
    private static string WithMarkedText(string page)
    {
        foreach (var text in new[] { "Thinking...", "Send Message" })
        {
            var parts = page.Split(" " + text + "\n");
            Assert.True(parts.Length == 2, $"\"{text}\" no longer stands on one line of its own: this repair has to be looked at.");
            page = parts[0] + " <text>" + text + "</text>\n" + parts[1];
        }

        return page;
    }
}
