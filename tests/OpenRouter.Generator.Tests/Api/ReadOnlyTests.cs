using System.Runtime.CompilerServices;
using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Api;

public sealed class ReadOnlyTests
{
    private const string Schemas = """
        "Identifier": { "type": "string", "readOnly": true },
        "User": { "type": "object", "required": ["id", "name", "password"], "properties": {
          "id": { "$ref": "#/components/schemas/Identifier" }, "name": { "type": "string" }, "password": { "type": "string", "writeOnly": true } } },
        "Receipt": { "type": "object", "required": ["number"], "properties": { "number": { "type": "string", "readOnly": true } } },
        "Secret": { "type": "object", "required": ["key"], "properties": { "key": { "type": "string", "writeOnly": true } } }
        """;

    private const string Paths = """
        "/users": { "post": { "operationId": "addUser",
          "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/User" } } } },
          "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/User" } } } } } } },
        "/secrets": { "post": { "operationId": "addSecret",
          "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Secret" } } } },
          "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Receipt" } } } } } } }
        """;

    private static readonly Lazy<LiveClient> Client = new(static () => LiveClient.Load(GeneratorRun.Of(Small.WithPaths(Paths, Schemas))));

    [Theory]
    [InlineData("User", "Id", false)]
    [InlineData("User", "Name", true)]
    [InlineData("User", "Password", false)]
    [InlineData("Secret", "Key", true)]
    public void Member_IsRequiredOnlyWhereTheCallerMustGiveIt(string type, string property, bool isRequired) =>
        Assert.Equal(isRequired, Client.Value.Type(type).GetProperty(property)!.IsDefined(typeof(RequiredMemberAttribute), inherit: false));

    [Fact]
    public void WriteOnlyMember_OfAnAnswer_IsNotDemanded()
    {
        var user = Client.Value.Parse("User", """{"id":"1","name":"Ada"}""");

        Assert.Equal(("1", "Ada", null), (LiveClient.Get(user, "Id"), LiveClient.Get(user, "Name"), LiveClient.Get(user, "Password")));
        Assert.Equal("""{"id":"1","name":"Ada"}""", LiveClient.Write(user));
    }

    [Fact]
    public void ReadOnlyMember_OfAnAnswer_IsStillPromised()
    {
        var receipt = Client.Value.Parse("Receipt", "{}");

        Assert.Throws<System.Reflection.TargetInvocationException>(() => LiveClient.Get(receipt, "Number"));
    }
}
