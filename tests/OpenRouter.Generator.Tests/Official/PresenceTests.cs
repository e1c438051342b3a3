using System.Globalization;
using System.Text.Json;
using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Official;

/// <summary>Absent, null and given; open, closed and constant: how members of the document may be there.</summary>
public sealed class PresenceTests
{
    private static readonly WholeApi Api = WholeApi.Of("ours");

    /// <summary>Every member of a PATCH body that may be null has three states, and each of them reaches the wire.</summary>
    [Fact]
    public void UpdateRequests_WriteAbsentNullAndValueApart()
    {
        var patched = Api.Document.Operations.Where(static operation => operation.Method == "patch").ToList();
        Assert.Equal(6, patched.Count);
        var checkedMembers = 0;
        foreach (var operation in patched)
        {
            var body = Api.Reducer.Reduce(operation.RequestBodies[0].Schema!).Schema;
            var type = Api.Types.Resolve(body, "Update").Name is var name && Api.ClrTypes.ContainsKey(name) ? name : "UpdateKeysRequest";
            Assert.Equal("{}", Api.RoundTrip(type, "{}"));
            foreach (var member in body.Properties.Where(member => Api.Reducer.Reduce(member.Schema).IsNullable))
            {
                checkedMembers++;
                var json = $$"""{"{{member.Name}}":null}""";
                Assert.Equal(json, Api.RoundTrip(type, json));
                var value = LiveClient.Get(Api.Parse(type, json), Api.ClrTypes[type].GetProperties().Single(property => property.Name == OpenRouter.Generator.Api.Naming.CSharpName.Pascal(member.Name)).Name)!;
                Assert.Equal(true, LiveClient.Get(value, "IsSet"));
                Assert.Null(LiveClient.Get(value, "Value"));
            }
        }

        Assert.Equal(31, checkedMembers);
    }

    [Fact]
    public void NullableComponent_IsNullableWhereItIsReferredTo()
    {
        var choice = Api.Parse("ChatChoice", """{"index":0,"finish_reason":null,"message":{"role":"assistant"}}""");

        Assert.Null(LiveClient.Get(choice, "FinishReason"));
        Assert.Contains("\"finish_reason\":null", LiveClient.Write(choice), StringComparison.Ordinal);
    }

    [Fact]
    public void RequiredNullable_ThatWasAbsent_StaysAbsent()
    {
        var choice = Api.Parse("ChatChoice", """{"index":0,"message":{"role":"assistant"}}""");

        Assert.DoesNotContain("finish_reason", LiveClient.Write(choice), StringComparison.Ordinal);
    }

    /// <summary>Twenty-one objects declare members and take others too.</summary>
    [Fact]
    public void MembersBesideDeclaredOnes_AreKeptAndWritten()
    {
        const string Json = """{"generation_name":"g","my_key":{"deep":[1,null]},"n":1.50}""";

        var trace = Api.Parse("TraceConfig", Json);

        Assert.Null(JsonDifference.Of(Json, LiveClient.Write(trace)));
        Assert.Equal(1, ((IReadOnlyDictionary<string, JsonElement>)LiveClient.Get(trace, "AdditionalProperties")!)["my_key"].GetProperty("deep")[0].GetInt32());
    }

    /// <summary>A closed object has no place for other members: they are passed over, not kept, and never fail the reading.</summary>
    [Theory]
    [InlineData("ProviderPreferences", """{"allow_fallbacks":true}""", """{"allow_fallbacks":true,"surprise":{"a":1}}""")]
    [InlineData("DefaultParameters", """{"temperature":0.5}""", """{"surprise":[1],"temperature":0.5}""")]
    public void ClosedObject_PassesOverOtherMembers(string type, string expected, string json)
    {
        Assert.Equal(expected, Api.RoundTrip(type, json));
        Assert.Null(Api.ClrTypes[type].GetProperty("AdditionalProperties"));
    }

    [Fact]
    public void Constant_IsThereWithoutBeingSaid_AndGivesWayToAnother()
    {
        var made = Activator.CreateInstance(Api.ClrTypes["ChatUserMessage"])!;

        Assert.Equal("user", LiveClient.Get(made, "Role"));
        Assert.Null(JsonDifference.Of("""{"role":"someone","content":"hi"}""", Api.RoundTrip("ChatUserMessage", """{"role":"someone","content":"hi"}""")));
    }

    /// <summary>The one enum of whole numbers is open too: it keeps a number that the document does not have.</summary>
    [Theory]
    [InlineData(-10L)]
    [InlineData(77L)]
    public void EnumOfNumbers_KeepsItsNumber(long number)
    {
        var json = $$"""{"name":"n","status":{{number.ToString(CultureInfo.InvariantCulture)}}}""";
        var endpoint = Api.Parse("PublicEndpoint", json);

        Assert.Equal(number, LiveClient.Get(LiveClient.Get(endpoint, "Status")!, "Value"));
        Assert.Null(JsonDifference.Of(json, LiveClient.Write(endpoint)));
    }

    [Theory]
    [InlineData("Legacy_ChatContentVideo")]
    [InlineData("DeprecatedRoute")]
    public void Deprecated_IsMarkedObsolete(string component)
    {
        var type = Api.ClrTypes[OpenRouter.Generator.Api.Naming.CSharpName.Pascal(component)];

        Assert.NotEmpty(type.GetCustomAttributes(typeof(ObsoleteAttribute), inherit: false));
    }
}
