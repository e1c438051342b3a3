using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.OpenApi;

public sealed class ChosenNameTests
{
    [Theory]
    [InlineData("$.paths")]
    [InlineData("two words")]
    [InlineData("class")]
    [InlineData("lower")]
    [InlineData("")]
    [InlineData("A.B")]
    public void Name_ThatIsNoneInCSharp_IsReportedAndNotUsed(string name)
    {
        var run = GeneratorRun.Of(Small.WithSchemas($$""" "Thing": { "type": "object", "x-csharp-name": "{{name}}", "properties": { "a": { "type": "string" } } } """));

        var problem = Assert.Single(run.Diagnostics);
        Assert.Equal("ORG0012", problem.Id);
        Assert.NotNull(LiveClient.Load(run).Type("Thing"));
    }

    [Fact]
    public void Namespace_OfSeveralParts_IsUsed_AndAnOddOneIsReported()
    {
        var run = GeneratorRun.Of(Small.WithSchemas("""
            "A": { "type": "object", "x-csharp-namespace": "Deep.Down", "properties": { "b": { "$ref": "#/components/schemas/B" } } },
            "B": { "type": "object", "x-csharp-namespace": "Deep..Down", "properties": { "a": { "type": "string" } } }
            """));

        Assert.Equal("ORG0012", Assert.Single(run.Diagnostics).Id);
        Assert.EndsWith(".Models.Deep.Down", LiveClient.Load(run).Type("A").Namespace, StringComparison.Ordinal);
    }
}
