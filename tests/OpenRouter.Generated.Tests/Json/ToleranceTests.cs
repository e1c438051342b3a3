using System.Text;
using System.Text.Json;
using OpenRouter.Models;
using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Generated.Tests.Json;

/// <summary>What the wire does differently from the document is neither dropped nor refused nor taken for something else.</summary>
public sealed class ToleranceTests
{
    [Fact]
    public void UnknownMember_AtAnyLevel_IsWrittenBack()
    {
        const string Wire = """{"id":"g","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"x","mood":{"a":[1,2.50]}},"seal":null}],"future":"y"}""";

        var result = JsonModel.Parse<ChatResult>(Wire);

        using var read = JsonDocument.Parse(Wire);
        Assert.Null(JsonComparison.Difference(read.RootElement, JsonModel.ToElement(result)));
        Assert.Equal("""{"a":[1,2.50]}""", result.Choices[0].Message.AdditionalProperties!["mood"].GetRawText());
        Assert.Equal(JsonValueKind.Null, result.Choices[0].AdditionalProperties!["seal"].ValueKind);
    }

    [Fact]
    public void UnknownEnumValue_KeepsItsText()
    {
        var choice = JsonModel.Parse<StreamingChatChoice>("""{"finish_reason":"later"}""");

        Assert.Equal("later", choice.FinishReason?.Value);
        Assert.False(choice.FinishReason?.IsKnown);
        Assert.NotEqual(FinishReason.Stop, choice.FinishReason);
        Assert.Equal("later", JsonModel.ToElement(choice).GetProperty("finish_reason").GetString());
    }

    [Fact]
    public void FinishReason_ThatIsBlank_IsNone() => Assert.Null(JsonModel.Parse<ChatChoice>("""{"finish_reason":""}""").FinishReason);

    [Fact]
    public void UnknownUnionCase_KeepsItsJson()
    {
        const string Wire = """{"role":"wizard","spell":{"power":9000}}""";

        var message = JsonModel.Parse<ChatRequestMessage>(Wire);

        Assert.Equal(Wire, message.Unknown?.GetRawText());
        Assert.False(message.TryGetChatUserMessage(out _));
        Assert.Equal("other", message.Match(static _ => "", static _ => "", static _ => "", static _ => "", static _ => "", static _ => "other"));
        Assert.Equal(Wire, JsonModel.ToJson(message).Replace("\\u0022", "\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":null,"choices":null,"created":null,"model":null,"object":null,"usage":null}""")]
    public void RequiredMember_MissingOrNull_IsReadAndNamedWhenAskedFor(string wire)
    {
        var result = JsonModel.Parse<ChatResult>(wire);

        var exception = Assert.Throws<InvalidOperationException>(() => result.Choices);
        Assert.Contains("choices", exception.Message, StringComparison.Ordinal);
        Assert.Contains("ChatResult", exception.Message, StringComparison.Ordinal);
        Assert.Null(result.Usage);
    }

    [Fact]
    public void RequiredMember_OfNestedTypes_IsTolerated()
    {
        var models = JsonModel.Parse<ModelsListResponse>("""{"data":[{"id":"a/b"},{}]}""");

        Assert.Equal("a/b", models.Data[0].Id);
        Assert.Throws<InvalidOperationException>(() => models.Data[1].Id);
    }

    [Theory]
    [InlineData("\"0.0000025\"")]
    [InlineData("0.0000025")]
    [InlineData("2.5e-6")]
    public void Price_AsTextOrNumber_IsRead(string price)
    {
        var pricing = JsonModel.Parse<PublicPricing>($$"""{"prompt":{{price}},"completion":"0"}""");

        Assert.Equal(0.0000025m, decimal.Parse(pricing.Prompt, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("\"0.5\"")]
    [InlineData("0.5")]
    public void PriceLimit_AsTextOrNumber_KeepsItsForm(string price)
    {
        var wire = """{"max_price":{"prompt":PRICE}}""".Replace("PRICE", price, StringComparison.Ordinal);

        Assert.Equal(wire, JsonModel.ToElement(JsonModel.Parse<ProviderPreferences>(wire)).GetRawText());
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("7.0", 7)]
    [InlineData("\"7\"", 7)]
    [InlineData("7e0", 7)]
    [InlineData("4294967296", 4294967296)]
    public void Count_InAnyForm_IsRead(string count, long expected)
        => Assert.Equal(expected, JsonModel.Parse<ChatUsage>($$"""{"prompt_tokens":{{count}}}""").PromptTokens);

    [Theory]
    [InlineData("7.5")]
    [InlineData("1e400")]
    [InlineData("\"many\"")]
    [InlineData("true")]
    public void Count_ThatIsNone_IsRefusedAndNotGuessed(string count)
        => Assert.ThrowsAny<JsonException>(() => JsonModel.Parse<ChatUsage>($$"""{"prompt_tokens":{{count}}}"""));

    [Fact]
    public void Cost_WithExponent_IsExact()
        => Assert.Equal(0.0000123m, JsonModel.Parse<ChatUsage>("""{"cost":1.23e-05}""").Cost);

    [Theory]
    [InlineData("""{"future":""", "}")]
    [InlineData("""{"choices":[{"delta":{"future":""", "}}]}")]
    public void Nesting_DeeperThanTheBound_IsRefused(string before, string after)
    {
        var shallow = before + new string('[', 200) + new string(']', 200) + after;
        var deep = before + new string('[', 100_000) + new string(']', 100_000) + after;

        Assert.NotNull(JsonModel.Parse<StreamingChatResponse>(shallow));
        Assert.ThrowsAny<JsonException>(() => JsonModel.Parse<StreamingChatResponse>(deep));
    }

    [Theory]
    [InlineData("\"a\\ud83db\"")]
    [InlineData("\"a\\udc00b\"")]
    public void LoneSurrogate_InAText_BecomesTheReplacementCharacter(string text)
    {
        var delta = JsonModel.Parse<StreamingChatDelta>($$"""{"content":{{text}},"future":{{text}}}""");

        Assert.Contains('\uFFFD', delta.Content!);
        Assert.Contains('\uFFFD', delta.AdditionalProperties!["future"].GetString()!);
        Assert.NotEmpty(JsonModel.ToUtf8(delta));
    }

    [Fact]
    public void InvalidUtf8_InAText_BecomesTheReplacementCharacter()
    {
        byte[] wire = [.. "{\"content\":\"a"u8, 0xC3, .. "b\"}"u8];

        Assert.Equal("a\uFFFDb", JsonModel.Parse<StreamingChatDelta>(wire).Content);
    }

    [Fact]
    public void DuplicateMember_TheLastOneCounts()
        => Assert.Equal("b", JsonModel.Parse<StreamingChatDelta>("""{"content":"a","content":"b"}""").Content);

    [Fact]
    public void Name_WithEscapes_IsTheSameName()
        => Assert.Equal("x", JsonModel.Parse<StreamingChatDelta>("""{"c\u006fntent":"x"}""").Content);

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("{\"id\":\"x\"")]
    [InlineData("{} {}")]
    [InlineData("")]
    public void Document_ThatIsNoObject_IsRefused(string wire)
        => Assert.ThrowsAny<JsonException>(() => JsonModel.Parse<ChatResult>(Encoding.UTF8.GetBytes(wire)));
}
