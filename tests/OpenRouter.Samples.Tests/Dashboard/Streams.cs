using System.Text.Json;
using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.Tests.Dashboard;

/// <summary>Answers of a server on this machine, and samples/Dashboard in front of it.</summary>
internal static class Streams
{
    /// <summary>A piece of text, whatever it consists of.</summary>
    public static string Text(string text) => LoopbackPeer.Chunk(JsonEncodedText.Encode(text).Value);

    /// <summary>A piece of reasoning.</summary>
    public static string Reasoning(string text) => LoopbackPeer.Delta($"\"reasoning\":\"{JsonEncodedText.Encode(text).Value}\"");

    /// <summary>A server that sends a text in one piece and ends.</summary>
    public static LoopbackServer Whole(string text, CancellationToken token, string reason = "stop") => LoopbackServer.Start(peer => peer.AnswerStreamAsync(Text(text), reason), token);

    /// <summary>A server that sends what comes first, and the rest when it is told to.</summary>
    public static LoopbackServer Held(string first, Task go, string rest, CancellationToken token) => LoopbackServer.Start(
        async peer =>
        {
            await peer.BeginStreamAsync();
            await peer.StreamAsync(first);
            await go.WaitAsync(token);
            await peer.StreamAsync(rest);
            await peer.EndStreamAsync();
        },
        token);

    /// <summary>The program at a terminal.</summary>
    public static Task<Terminal> OpenAsync(
        LoopbackServer server, CancellationToken token, int columns = 80, int rows = 24, IEnumerable<string>? options = null, params (string Name, string Value)[] variables)
        => Terminal.OpenAsync(
            BuildFacts.DashboardAssembly,
            ["--base-url", server.BaseUrl, .. options ?? [], "Hello"],
            token,
            columns,
            rows,
            variables.Append((Name: "OPENROUTER_API_KEY", Value: RunningProgram.Key)).ToDictionary(static variable => variable.Name, static variable => variable.Value));

    /// <summary>The program with its output in pipes.</summary>
    public static RunningProgram Start(LoopbackServer server, CancellationToken token, params string[] options)
        => RunningProgram.Start(RunningProgram.Host, [BuildFacts.DashboardAssembly, "--base-url", server.BaseUrl, .. options, "Hello"], token, RunningProgram.Key);

    /// <summary>The same, so that it hears Ctrl+C also where the tests run in the background.</summary>
    public static RunningProgram StartThatCanBeStopped(LoopbackServer server, CancellationToken token)
        => RunningProgram.StartThatCanBeStopped(BuildFacts.DashboardAssembly, ["--base-url", server.BaseUrl, "Hello"], token, RunningProgram.Key);
}
