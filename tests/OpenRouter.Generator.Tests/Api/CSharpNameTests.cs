using OpenRouter.Generator.Api.Naming;

namespace OpenRouter.Generator.Tests.Api;

public sealed class CSharpNameTests
{
    [Theory]
    [InlineData("finish_reason", "FinishReason")]
    [InlineData("camelCase", "CamelCase")]
    [InlineData("openrouter:web_search", "OpenrouterWebSearch")]
    [InlineData("amazon-bedrock/claude-on-aws", "AmazonBedrockClaudeOnAws")]
    [InlineData("gpt-4.1", "Gpt4_1")]
    [InlineData("gpt-41", "Gpt41")]
    [InlineData("5m", "_5m")]
    [InlineData("16:9", "_16_9")]
    [InlineData("_shape", "Shape")]
    [InlineData("timestamp_granularities[]", "TimestampGranularities")]
    [InlineData("größe", "Größe")]
    [InlineData("名前", "名前")]
    [InlineData("", "Empty")]
    [InlineData("<=", "Symbol3C3D")]
    public void Pascal_GivesOneIdentifierForEveryName(string wire, string expected) => Assert.Equal(expected, CSharpName.Pascal(wire));

    [Theory]
    [InlineData("object", "@object")]
    [InlineData("event", "@event")]
    [InlineData("jobId", "jobId")]
    [InlineData("X-OpenRouter-Metadata", "xOpenRouterMetadata")]
    [InlineData("URL", "url")]
    public void Camel_EscapesKeywords(string wire, string expected) => Assert.Equal(expected, CSharpName.Camel(wire));

    [Theory]
    [InlineData("Messages", "Message")]
    [InlineData("Categories", "Category")]
    [InlineData("Classes", "Class")]
    [InlineData("Stop", "Stop")]
    [InlineData("Address", "Address")]
    public void Singular_NamesOneItem(string plural, string expected) => Assert.Equal(expected, CSharpName.Singular(plural));

    [Fact]
    public void NameScope_NumbersCollisionsIgnoringCase()
    {
        var scope = new NameScope("Taken");

        Assert.Equal(["taken2", "Free", "FREE2", "free3"], [scope.Take("taken"), scope.Take("Free"), scope.Take("FREE"), scope.Take("free")]);
    }
}
