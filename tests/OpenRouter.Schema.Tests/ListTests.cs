using System.Text.Json;
using OpenRouter.Schema.Tests.Harness;

namespace OpenRouter.Schema.Tests;

public sealed class ListTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    [Fact]
    public async Task Text_ShowsMethodsAndTypes()
    {
        var run = await ToolRun.Of("list", _folder.Write("zoo.json", Zoo.Json), "--operations", "tag:Animals");

        Assert.Equal(0, run.Code);
        Assert.Equal(
            """
            3 methods, 2 selected (*), 5 types

            *  GET   /animals       listAnimals  Animals.ListAnimalsAsync
            *  POST  /animals       addAnimal    Animals.AddAnimalAsync
               GET   /keepers/{id}  getKeeper    Keepers.GetKeeperAsync

               class  Animal     Animals.AddAnimalAsync, Animals.ListAnimalsAsync
               union  Food       Animals.AddAnimalAsync, Animals.ListAnimalsAsync
               enum   Kind       Animals.AddAnimalAsync, Animals.ListAnimalsAsync
               class  Meal       Animals.AddAnimalAsync, Animals.ListAnimalsAsync
               class  NewAnimal  Animals.AddAnimalAsync

            """,
            run.Output);
    }

    [Fact]
    public async Task Json_ShowsTheSame()
    {
        var run = await ToolRun.Of("list", _folder.Write("zoo.json", Zoo.Json), "--operations", "getKeeper", "--json");

        using var json = JsonDocument.Parse(run.Output);
        var selected = Assert.Single(json.RootElement.GetProperty("operations").EnumerateArray(), static item => item.GetProperty("selected").GetBoolean());
        Assert.Equal("Keepers.GetKeeperAsync", selected.GetProperty("csharp").GetString());
        Assert.Equal("/keepers/{id}", selected.GetProperty("path").GetString());
        var type = Assert.Single(json.RootElement.GetProperty("types").EnumerateArray());
        Assert.Equal("Keeper", type.GetProperty("csharp").GetString());
        Assert.Equal("Keepers.GetKeeperAsync", Assert.Single(type.GetProperty("usedBy").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task Type_ThatNoOperationNeeds_IsSaidToBeSo()
    {
        var run = await ToolRun.Of("list", _folder.Write("zoo.json", Zoo.With("\"Meal\":", "\"Spare\": { \"type\": \"object\", \"properties\": { \"a\": { \"type\": \"string\" } } }, \"Meal\":")));

        Assert.Contains("class  Spare      no operation", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
