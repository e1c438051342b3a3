using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Api;

/// <summary>How operations and their groups are named.</summary>
public sealed class OperationNameTests
{
    private const string NoContent = """ "responses": { "204": { "description": "" } } """;

    [Theory]
    [InlineData("/users/{id}/posts", "GetUsersByIdPostsAsync")]
    [InlineData("/repos/{owner}/{name}", "GetReposByOwnerAndNameAsync")]
    [InlineData("/", "GetRootAsync")]
    [InlineData("/{id}", "GetByIdAsync")]
    [InlineData("/a-b/c_d.json", "GetABCDJsonAsync")]
    [InlineData("/files/{id}:copy", "GetFilesIdCopyAsync")]
    public void Operation_WithoutAnId_IsNamedAfterVerbAndPath(string path, string expected) =>
        Assert.Contains(expected, Load($$""" "{{path}}": { "get": { {{NoContent}} } } """).Methods);

    [Theory]
    [InlineData("chat.completions/create-stream", "ChatCompletionsCreateStreamAsync")]
    [InlineData("get_user by id", "GetUserByIdAsync")]
    [InlineData("class", "ClassAsync")]
    [InlineData("1st", "_1stAsync")]
    [InlineData("取得", "取得Async")]
    public void OperationId_OfAnyForm_IsAName(string id, string expected) =>
        Assert.Contains(expected, Load($$""" "/a": { "get": { "operationId": "{{id}}", {{NoContent}} } } """).Methods);

    [Fact]
    public async Task OperationIds_ThatAreTheSameInCSharp_StayApart()
    {
        var call = Load($$"""
            "/a/1": { "get": { "operationId": "get-item", {{NoContent}} } }, "/a/2": { "get": { "operationId": "getItem", {{NoContent}} } }, "/a/3": { "get": { "operationId": "GETITEM", {{NoContent}} } }
            """);

        foreach (var (name, target) in new[] { ("GetItemAsync", "/a/1"), ("GetItem2Async", "/a/2"), ("GETITEM3Async", "/a/3") })
        {
            await call.SendAsync(name);
            Assert.Equal(target, call.Sent.Target);
        }
    }

    [Theory]
    [InlineData("/users/{id}", "Users")]
    [InlineData("/v1/users", "Users")]
    [InlineData("/api/v2beta1/user-groups/{id}", "UserGroups")]
    [InlineData("/{tenant}/orders", "Orders")]
    [InlineData("/", "Default")]
    [InlineData("/{id}", "Default")]
    public void Group_WithoutATag_IsTheFirstWordOfThePath(string path, string expected) =>
        Assert.Contains($"I{expected}Api {expected} {{ get; }}", Run($$""" "{{path}}": { "get": { {{NoContent}} } } """).Sources["SmallAPI.Core.SmallClient.g.cs"], StringComparison.Ordinal);

    [Fact]
    public void Group_OfAPathAndOfATag_IsTheSameIgnoringCase()
    {
        var run = Run($$"""
            "/users": { "get": { {{NoContent}} }, "post": { "tags": ["USERS"], {{NoContent}} } }
            """);

        Assert.Empty(run.CompilerMessages());
        Assert.Single(run.Sources.Keys, static name => name.EndsWith("Api.g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void Operation_ThatIsDeprecated_SaysSo()
    {
        var method = Load($$""" "/a": { "get": { "operationId": "act", "deprecated": true, {{NoContent}} } } """).Method("ActAsync");

        Assert.NotEmpty(method.GetCustomAttributes(typeof(ObsoleteAttribute), inherit: false));
    }

    private static LiveCall Load(string paths) => LiveCall.Of(Run(paths));

    private static GeneratorRun Run(string paths) => GeneratorRun.Of(Small.WithPaths(paths));
}
