using System.Globalization;
using System.Reflection;
using System.Text.Json;
using OpenRouter.Core;
using OpenRouter.Models;
using OpenRouter.Runtime.Annotations;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Generated.Tests.Api;

/// <summary>Every setter of the chat builders that has a range sends the ends of it under the right name.</summary>
public sealed class RangeTests
{
    public static TheoryData<string, string> Setters
        => [.. new[] { "CreateChatCompletion", "CreateStreamingChatCompletion" }.SelectMany(static builder => Ranged(builder).Select(method => new TheoryDataRow<string, string>(builder, method.Name)))];

    [Fact]
    public void Ranges_OfTheProtocol_AreMarked()
        => Assert.Superset(
            new HashSet<string> { "WithTemperature", "WithTopP", "WithTopK", "WithTopA", "WithMinP", "WithFrequencyPenalty", "WithPresencePenalty", "WithRepetitionPenalty", "WithMaxTokens", "WithMaxCompletionTokens", "WithTopLogprobs" },
            Ranged("CreateStreamingChatCompletion").Select(static method => method.Name).ToHashSet());

    [Theory]
    [MemberData(nameof(Setters))]
    public void Setter_WithTheEndsOfItsRange_SendsThem(string builder, string setter)
    {
        var method = Ranged(builder).Single(method => method.Name == setter);
        var parameter = method.GetParameters()[0];
        var range = parameter.GetCustomAttribute<ValueRangeAttribute>()!;
        foreach (var end in new[] { range.Minimum, range.Maximum }.Where(double.IsFinite))
        {
            var target = Start(builder);

            var same = method.Invoke(target, [Convert.ChangeType(end, parameter.ParameterType, CultureInfo.InvariantCulture)]);

            Assert.Same(target, same);
            var request = (ChatRequest)target.GetType().GetMethod("Build")!.Invoke(target, null)!;
            var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(setter["With".Length..]);
            Assert.Equal(end, JsonModel.ToElement(request).GetProperty(name).GetDouble());
        }
    }

    [Fact]
    public void Property_WithARange_CarriesTheSameRange()
    {
        foreach (var method in Ranged("CreateStreamingChatCompletion"))
        {
            var own = method.GetParameters()[0].GetCustomAttribute<ValueRangeAttribute>()!;
            var property = typeof(ChatRequest).GetProperty(method.Name["With".Length..])!.GetCustomAttribute<ValueRangeAttribute>();

            Assert.NotNull(property);
            Assert.Equal((own.Minimum, own.Maximum, own.ExclusiveMinimum, own.ExclusiveMaximum), (property.Minimum, property.Maximum, property.ExclusiveMinimum, property.ExclusiveMaximum));
        }
    }

    private static IEnumerable<MethodInfo> Ranged(string builder)
        => Start(builder).GetType().GetMethods().Where(static method => method.GetParameters() is [{ } only] && only.GetCustomAttribute<ValueRangeAttribute>() is not null);

    private static object Start(string builder)
    {
        var client = new OpenRouterClient("sk-or-v1-test");
        return builder == "CreateChatCompletion"
            ? client.Chat.CreateChatCompletion("acme/model-1").AddUserMessage("Hi")
            : client.Chat.CreateStreamingChatCompletion("acme/model-1").AddUserMessage("Hi");
    }
}
