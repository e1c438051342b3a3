using System.Text.Json;
using OpenRouter.Schema.Tests.Harness;

namespace OpenRouter.Schema.Tests;

public sealed class OverlayTests : IDisposable
{
    private const string Document =
        """
        openapi: 3.1.0
        info: { title: Small, version: "1" }
        x-size: 1.50
        x-flag: yes
        x-none: null
        paths: {}
        """;

    private const string Overlay =
        """
        overlay: 1.0.0
        extends: another.openapi.yaml
        info: { title: Ours, version: "1" }
        actions:
          - target: $.info
            update: { description: "Größe <b>" }
        """;

    private readonly WorkFolder _folder = new();

    [Fact]
    public async Task Overlay_IsApplied_WhateverItExtends()
    {
        var run = await ToolRun.Of("overlay", _folder.Write("small.yaml", Document), _folder.Write("ours.yaml", Overlay));

        Assert.Equal(0, run.Code);
        Assert.Equal(
            """
            {
              "openapi": "3.1.0",
              "info": {
                "title": "Small",
                "version": "1",
                "description": "Größe <b>"
              },
              "x-size": 1.50,
              "x-flag": "yes",
              "x-none": null,
              "paths": {}
            }

            """,
            run.Output);
    }

    [Fact]
    public async Task Overlays_ApplyInOrder()
    {
        var second = Overlay.Replace("Größe <b>", "second", StringComparison.Ordinal);

        var run = await ToolRun.Of("overlay", _folder.Write("small.yaml", Document), _folder.Write("a.yaml", Overlay), _folder.Write("b.yaml", second));

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("second", json.RootElement.GetProperty("info").GetProperty("description").GetString());
    }

    [Fact]
    public async Task Output_IsWrittenToAFile()
    {
        var run = await ToolRun.Of("overlay", _folder.Write("small.yaml", Document), _folder.Write("ours.yaml", Overlay), "--output", _folder["merged.json"]);

        Assert.Equal(0, run.Code);
        Assert.Empty(run.Output);
        Assert.Equal(0, (await ToolRun.Of("check", _folder["merged.json"])).Code);
        Assert.Equal(["merged.json", "ours.yaml", "small.yaml"], _folder.Entries());
    }

    [Fact]
    public async Task Target_ThatMatchesNothing_IsSaidBesideTheOutput()
    {
        var run = await ToolRun.Of("overlay", _folder.Write("small.yaml", Document), _folder.Write("ours.yaml", Overlay.Replace("$.info", "$.nothing", StringComparison.Ordinal)));

        Assert.Equal(0, run.Code);
        Assert.Contains("ours.yaml(5,13): warning ORG0009", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("{", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overlay_ThatIsNone_GivesNoOutput()
    {
        var run = await ToolRun.Of("overlay", _folder.Write("small.yaml", Document), _folder.Write("ours.yaml", "actions: []"));

        Assert.Equal(1, run.Code);
        Assert.Contains("error ORG0008", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    public void Dispose() => _folder.Dispose();
}
