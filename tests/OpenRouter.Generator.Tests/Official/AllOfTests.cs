using System.Globalization;
using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Official;

/// <summary>What the document says with allOf: wrappers, additions, exchanged members, and open or stricter objects.</summary>
public sealed class AllOfTests
{
    private static readonly WholeApi Api = WholeApi.Of("ours");

    [Theory]
    // A wrapper around a component is that component, be it an object, a union, an enum, a scalar or a map.
    [InlineData("GetBYOKKeyResponse", "Data", "BYOKKey")]
    [InlineData("GetObservabilityDestinationResponse", "Data", "ObservabilityDestination")]
    [InlineData("MessagesRequest", "Speed", "Nullable<AnthropicSpeed>")]
    [InlineData("ImageModelListItem", "SupportedParameters", "IReadOnlyDictionary<String,CapabilityDescriptor>")]
    // A member that a branch exchanges has the type of the last branch.
    [InlineData("OpenResponsesCreatedEvent", "Response", "OpenResponsesResult")]
    [InlineData("OpenResponsesResult", "Text", "TextExtendedConfig")]
    [InlineData("OpenResponsesResult", "Usage", "Usage")]
    [InlineData("StreamEventsResponseOutputItemAdded", "Item", "OutputItems")]
    public void Member_HasTheTypeThatIsMeant(string type, string member, string expected)
    {
        Assert.Equal(expected, NameOf(Api.ClrTypes[type].GetProperty(member)!.PropertyType));
    }

    [Fact]
    public void AddedMembers_StandBesideThoseOfTheBase()
    {
        var frame = Api.Parse("FrameImage", """{"type":"image_url","image_url":{"url":"u"},"frame_type":"last_frame"}""");

        Assert.Equal("last_frame", Convert.ToString(LiveClient.Get(frame, "FrameType"), CultureInfo.InvariantCulture));
        Assert.Equal("u", LiveClient.Get(LiveClient.Get(frame, "ImageUrl")!, "Url"));
    }

    [Fact]
    public void ChainOfTwo_HasTheMembersOfTheInnermostBase()
    {
        const string Json = """{"type":"code_interpreter_call","id":"c","code":"1","container_id":"k","outputs":[],"status":"completed","anything":{"a":[1]}}""";

        Assert.Null(JsonDifference.Of(Json, Api.RoundTrip("OutputCodeInterpreterCallItem", Json)));
        Assert.Equal("k", LiveClient.Get(Api.Parse("OutputCodeInterpreterCallItem", Json), "ContainerId"));
    }

    /// <summary>The base leaves the id to chance, the item that is sent back requires it: reading says so when it is asked for.</summary>
    [Fact]
    public void MemberMadeRequired_SaysThatItIsMissing()
    {
        var call = Api.Parse("FunctionCallItem", """{"type":"function_call","call_id":"c","name":"f","arguments":"{}"}""");

        var exception = Assert.ThrowsAny<Exception>(() => LiveClient.Get(call, "Id"));
        Assert.Contains("'id' of FunctionCallItem", exception.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WidenedUnion_TakesTheCaseOfTheBranch()
    {
        var part = LiveClient.Get(Api.Parse("ContentPartAddedEvent", """{"type":"response.content_part.added","part":{"type":"reasoning_text","text":"hm"}}"""), "Part")!;

        Assert.Equal("ReasoningTextContent", LiveClient.Get(part, "Value")!.GetType().Name);
    }

    private static string NameOf(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(",", type.GetGenericArguments().Select(NameOf))}>"
        : type.Name;
}
