using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.Tests.Chat;

/// <summary>The commands of samples/Chat at a terminal, without a key.</summary>
public sealed class ChatCommandTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task History_AfterQuestions_ListsThemAndForgetsTheOldest()
    {
        await using var terminal = await OpenAsync();

        await DoAsync(terminal, "Tell me a story.");
        await DoAsync(terminal, "And now?");
        var listed = await DoAsync(terminal, "/history");
        var forgotten = await DoAsync(terminal, "/forget");

        Assert.Contains("With this question 3 messages came. You began with \"Tell me a story.\".\n[stop | ", await terminal.EverythingAsync(), StringComparison.Ordinal);
        Assert.Equal("1. you: Tell me a story.", listed[0]);
        Assert.Equal("   openrouter/auto: The lighthouse on the northern rock had no keeper, only a...", listed[1]);
        Assert.Equal("2. you: And now?", listed[2]);
        Assert.Equal(["1 forgotten, 1 kept."], forgotten);
        Assert.Equal(2, (await DoAsync(terminal, "/history")).Count);
        Assert.Equal(["The next question is the first one."], await DoAsync(terminal, "/clear"));
        Assert.Equal(["Nothing was said yet."], await DoAsync(terminal, "/history"));
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Model_InTheListOrNot_IsTakenOrRefusedWithWhatIsNear()
    {
        await using var terminal = await OpenAsync();

        var first = (await DoAsync(terminal, "/models"))[0].Split(' ')[0];

        Assert.Equal([$"The model is {first}."], await DoAsync(terminal, $"/model {first}"));
        Assert.Equal([$"The model is {first}:free."], await DoAsync(terminal, $"/model {first}:free"));
        Assert.Equal(
            [$"There is no model nobody/{first.Split('/')[1][..4]}. Did you mean {first}", $"The model is {first}:free."],
            (await DoAsync(terminal, $"/model nobody/{first.Split('/')[1][..4]}")).Select(line => line.Split(['?', ','])[0]));
        Assert.StartsWith("There is no model nobody/nothing. /models", (await DoAsync(terminal, "/model nobody/nothing"))[0], StringComparison.Ordinal);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Tools_SwitchedOn_AreCalledAndTheCostOfAllRoundsIsCounted()
    {
        await using var terminal = await OpenAsync();

        Assert.Equal(["The model may call functions."], await DoAsync(terminal, "/tools on"));
        Assert.Equal(["Reasoning: low."], await DoAsync(terminal, "/reasoning low"));
        var answer = await DoAsync(terminal, "Roll the dice!");

        Assert.StartsWith("Thinking: I only play a model.", answer[0], StringComparison.Ordinal);
        Assert.Matches("""^\[roll_dice \{"count":2\} -> [1-6] [1-6]\]$""", answer[1]);
        Assert.Matches("^The function gave: [1-6] [1-6]\\.$", answer[3]);
        Assert.StartsWith("2 answers, ", Assert.Single(await DoAsync(terminal, "/cost")), StringComparison.Ordinal);
    }

    [Theory(Timeout = RunningProgram.Patience)]
    [InlineData("/nonsense", "/nonsense is not a command. /help lists them.")]
    [InlineData("/reasoning a lot", "a lot is no level of reasoning: none, minimal, low, medium, high, xhigh or max.")]
    [InlineData("/forget all", "all is not a number of questions.")]
    [InlineData("/retry", "Nothing was asked yet.")]
    [InlineData("/system", "There are no instructions.")]
    [InlineData("/system Be brief.", "Instructions: Be brief.")]
    public async Task Command_IsAnsweredInOneLine(string command, string line)
    {
        await using var terminal = await OpenAsync();

        Assert.Equal([line], await DoAsync(terminal, command));
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Exit_EndsTheConversation()
    {
        await using var terminal = await OpenAsync();

        var help = await DoAsync(terminal, "/help");
        await terminal.EnterAsync("/exit");

        Assert.Equal(0, await terminal.EndAsync());
        Assert.All(["/model", "/models", "/system", "/reasoning", "/tools", "/history", "/forget", "/clear", "/retry", "/cost", "/exit"], command =>
            Assert.Contains(help, line => line.StartsWith($"{command} ", StringComparison.Ordinal)));
    }

    private static async Task<Terminal> OpenAsync()
    {
        Assert.SkipUnless(Terminal.CanOpen, Terminal.Missing);
        var terminal = await Terminal.OpenAsync(BuildFacts.ChatAssembly, [], Token, columns: 200);
        await terminal.SeeAsync("\n>");
        return terminal;
    }

    /// <summary>Enters a line and waits for the next prompt.</summary>
    /// <returns>The lines between them.</returns>
    private static async Task<IReadOnlyList<string>> DoAsync(Terminal terminal, string line)
    {
        var before = (await terminal.EverythingAsync()).Length;
        await terminal.EnterAsync(line);
        var shown = await terminal.SeeAsync(shown => shown.Length > before + line.Length && shown.EndsWith("\n>", StringComparison.Ordinal), "the next prompt");
        return [.. shown[before..].Split('\n').Skip(1).SkipLast(1)];
    }
}
