using System.Text.Json;
using OpenRouter.Schema.Tests.Harness;

namespace OpenRouter.Schema.Tests;

public sealed class CheckTests : IDisposable
{
    private const string Dangling =
        """
        openapi: 3.1.0
        info: { title: Small, version: "1" }
        paths: {}
        components:
          schemas:
            Pet:
              type: object
              properties:
                owner:
                  $ref: '#/components/schemas/Nobody'
        """;

    private readonly WorkFolder _folder = new();

    [Fact]
    public async Task Document_WithoutErrors_EndsWithZero()
    {
        var run = await ToolRun.Of("check", _folder.Write("zoo.json", Zoo.Json));

        Assert.Equal(0, run.Code);
        Assert.Contains("zoo.json(1,1): info ORG0001: Generated 3 of 3 operations", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Document_WithAnError_SaysItAtItsLine()
    {
        var path = _folder.Write("pets.yaml", Dangling);

        var run = await ToolRun.Of("check", path);

        Assert.Equal(1, run.Code);
        Assert.Contains($"{path}(10,17): error ORG0004: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_HasPlaceAndSeverity()
    {
        var run = await ToolRun.Of("check", _folder.Write("pets.yaml", Dangling), "--json");

        Assert.Equal(1, run.Code);
        using var json = JsonDocument.Parse(run.Output);
        var problem = json.RootElement.EnumerateArray().Single(static item => item.GetProperty("id").GetString() == "ORG0004");
        Assert.Equal("error", problem.GetProperty("severity").GetString());
        Assert.Equal(10, problem.GetProperty("line").GetInt32());
        Assert.EndsWith("pets.yaml", problem.GetProperty("file").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Selection_IsThatOfTheGenerator()
    {
        var run = await ToolRun.Of("check", _folder.Write("zoo.json", Zoo.Json), "--operations", "tag:Keepers", "nothing*");

        Assert.Contains("Generated 1 of 3 operations", run.Output, StringComparison.Ordinal);
        Assert.Contains("warning ORG0017", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.Code);
    }

    [Fact]
    public async Task Strict_TakesWarningsForErrors()
    {
        var run = await ToolRun.Of("check", _folder.Write("zoo.json", Zoo.Json), "--operations", "nothing*", "--strict");

        Assert.Contains("error ORG0017", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, run.Code);
    }

    [Fact]
    public async Task Document_ThatIsNotOpenApi_IsAProblem()
    {
        var run = await ToolRun.Of("check", _folder.Write("some.json", "{}"));

        Assert.Contains("error ORG0003", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, run.Code);
    }

    public void Dispose() => _folder.Dispose();
}
