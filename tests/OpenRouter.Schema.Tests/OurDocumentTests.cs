using System.Text.Json.Nodes;
using OpenRouter.Schema.Tests.Harness;

namespace OpenRouter.Schema.Tests;

/// <summary>The loop that the page describes, over the document of this repository: diff, drop it in, emit.</summary>
public sealed class OurDocumentTests : IDisposable
{
    private static readonly string Document = Path.Combine(AppContext.BaseDirectory, "Schema", "openrouter.openapi.json");
    private static readonly string Overlay = Path.Combine(AppContext.BaseDirectory, "Schema", "openrouter.overlay.json");
    private static readonly string[] Settings = ["--overlay", Overlay, "--namespace", "OpenRouter", "--client-name", "OpenRouterClient"];

    private readonly WorkFolder _folder = new();

    [Fact]
    public async Task Check_FindsNoError()
    {
        var run = await ToolRun.Of(["check", Document, .. Settings]);

        Assert.Equal(0, run.Code);
        Assert.DoesNotContain(": warning ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_SaysWhatAChatNeeds()
    {
        var run = await ToolRun.Of(["list", Document, .. Settings, "--operations", "tag:Chat"]);

        Assert.Equal(0, run.Code);
        Assert.Contains("Chat.CreateStreamingChatCompletionAsync", run.Output, StringComparison.Ordinal);
        Assert.Contains("class  ChatRequest", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewDocument_WithMore_BreaksNothingAndCompiles()
    {
        var old = _folder.Write("old.json", Older());

        var diff = await ToolRun.Of(["diff", old, Document, .. Settings]);
        var emit = await ToolRun.Of(["emit", Document, .. Settings, "--both-directions", "--output", _folder["client"]]);

        Assert.StartsWith("0 breaking, ", diff.Output, StringComparison.Ordinal);
        Assert.Contains("  added   operation Credits.GetCreditsAsync: GET /credits\n", diff.Output, StringComparison.Ordinal);
        Assert.Contains("  added   member    ChatRequest.Temperature: double?\n", diff.Output, StringComparison.Ordinal);
        Assert.Equal(0, diff.Code);
        Assert.Equal(0, emit.Code);
        Assert.Empty(EmittedFolder.CompilerMessages(_folder["client"]));
    }

    [Fact]
    public async Task WayBack_Breaks()
    {
        var diff = await ToolRun.Of(["diff", Document, _folder.Write("old.json", Older()), .. Settings]);

        Assert.Equal(2, diff.Code);
        Assert.Contains("  removed operation Credits.GetCreditsAsync: GET /credits\n", diff.Output, StringComparison.Ordinal);
        Assert.Contains("  removed member    ChatRequest.Temperature: double?\n", diff.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overlay_Applied_IsTheDocumentThatTheGeneratorSees()
    {
        var overlay = await ToolRun.Of("overlay", Document, Overlay, "--output", _folder["merged.json"]);
        await ToolRun.Of(["emit", Document, .. Settings, "--output", _folder["given"]]);
        await ToolRun.Of("emit", _folder["merged.json"], "--namespace", "OpenRouter", "--client-name", "OpenRouterClient", "--output", _folder["merged"]);

        Assert.Equal(0, overlay.Code);
        Assert.Equal(EmittedFolder.Read(_folder["given"]), EmittedFolder.Read(_folder["merged"]));
    }

    /// <summary>The document as it might have been: without an operation, a member and a value.</summary>
    private static string Older()
    {
        var root = JsonNode.Parse(File.ReadAllText(Document))!;
        Assert.True(root["paths"]!.AsObject().Remove("/credits"));
        Assert.True(root["components"]!["schemas"]!["ChatRequest"]!["properties"]!.AsObject().Remove("temperature"));
        return root.ToJsonString();
    }

    public void Dispose() => _folder.Dispose();
}
