using OpenRouter.Testing;

namespace OpenRouter.Generated.Tests.Readme;

/// <summary>What the service answers to the programs that call it, and what they must have sent.</summary>
internal static class ReadmeScripts
{
    public static OpenRouterEmulator EmulatorFor(string program)
    {
        var emulator = new OpenRouterEmulator();
        emulator.Next(program switch
        {
            "first-stream" => [Reply.Text("Hello! Hallo! Bonjour! Ciao! Hola!").WithProvider("OpenAI")],
            "whole-answer" => [Reply.Text("Bern.").WithProvider("OpenAI")],
            "tools" => [Reply.ToolCall("weather", """{"city":"Bern"}"""), Reply.Text("Yes: it is raining in Bern.")],
            "reasoning" =>
            [
                Reply.Text("No: 91 is 7 times 13.").WithReasoning("91 is odd. It is 7 times 13.", "c2lnbmVk"),
                Reply.Text("Yes, 97 is prime."),
            ],
            "structured-output" => [Reply.Text("""{"country":"Switzerland","inhabitants":137000}""")],
            _ => [],
        });
        return emulator;
    }

    public static void Check(string program, IReadOnlyList<EmulatedRequest> requests)
    {
        switch (program)
        {
            case "tools":
                var messages = requests[1].Body.GetProperty("messages");
                Assert.Equal(["user", "assistant", "tool"], messages.EnumerateArray().Select(static message => message.GetProperty("role").GetString()));
                Assert.Equal(messages[1].GetProperty("tool_calls")[0].GetProperty("id").GetString(), messages[2].GetProperty("tool_call_id").GetString());
                break;
            case "reasoning":
                Assert.Equal("medium", requests[0].Body.GetProperty("reasoning").GetProperty("effort").GetString());
                Assert.Contains("c2lnbmVk", requests[1].Body.GetProperty("messages")[1].GetProperty("reasoning_details").GetRawText(), StringComparison.Ordinal);
                break;
            case "structured-output":
                Assert.Equal("city", requests[0].Body.GetProperty("response_format").GetProperty("json_schema").GetProperty("name").GetString());
                break;
            default:
                break;
        }
    }
}
