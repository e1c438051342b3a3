using OpenRouter.Schema.Tests.Harness;

namespace OpenRouter.Schema.Tests;

public sealed class DiffFormatTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    [Fact]
    public async Task Text_IsGolden()
    {
        var run = await Diff("text");

        Assert.Equal(2, run.Code);
        Assert.Equal(
            """
            2 breaking, 2 other changes of the C# surface

            breaking
              changed member    Animal.Age: long? → string?
              removed value     Kind.Dog: "dog"

            not breaking
              added   member    Keeper.Id2: string?
              added   value     Kind.Cow: "cow"

            """,
            run.Output);
    }

    [Fact]
    public async Task Markdown_IsGolden()
    {
        var run = await Diff("markdown");

        Assert.Equal(
            """
            ### Breaking (2)

            | | what | name | |
            |---|---|---|---|
            | changed | member | `Animal.Age` | long? → string? |
            | removed | value | `Kind.Dog` | "dog" |

            ### Not breaking (2)

            | | what | name | |
            |---|---|---|---|
            | added | member | `Keeper.Id2` | string? |
            | added | value | `Kind.Cow` | "cow" |

            """,
            run.Output);
    }

    [Fact]
    public async Task Json_IsGolden()
    {
        var run = await Diff("json");

        Assert.Equal(
            """
            {
              "breaking": 2,
              "notBreaking": 2,
              "changes": [
                {
                  "kind": "changed",
                  "part": "member",
                  "name": "Animal.Age",
                  "text": "long? → string?",
                  "breaks": true
                },
                {
                  "kind": "removed",
                  "part": "value",
                  "name": "Kind.Dog",
                  "text": "\"dog\"",
                  "breaks": true
                },
                {
                  "kind": "added",
                  "part": "member",
                  "name": "Keeper.Id2",
                  "text": "string?",
                  "breaks": false
                },
                {
                  "kind": "added",
                  "part": "value",
                  "name": "Kind.Cow",
                  "text": "\"cow\"",
                  "breaks": false
                }
              ]
            }

            """,
            run.Output);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    public async Task SameDocument_HasNoChange(string format)
    {
        var path = _folder.Write("zoo.json", Zoo.Json);

        var run = await ToolRun.Of("diff", path, path, "--format", format);

        Assert.Equal(0, run.Code);
        Assert.Equal("No change of the C# surface.\n", run.Output);
    }

    private Task<ToolRun> Diff(string format)
    {
        var changed = Zoo.Json
            .Replace("\"age\": { \"type\": \"integer\" }", "\"age\": { \"type\": \"string\" }", StringComparison.Ordinal)
            .Replace("\"cat\", \"dog\"", "\"cat\", \"cow\"", StringComparison.Ordinal)
            .Replace("\"id\": { \"type\": \"string\" }", "\"id\": { \"type\": \"string\" }, \"id2\": { \"type\": \"string\" }", StringComparison.Ordinal);
        return ToolRun.Of("diff", _folder.Write("old.json", Zoo.Json), _folder.Write("new.json", changed), "--format", format);
    }

    public void Dispose() => _folder.Dispose();
}
