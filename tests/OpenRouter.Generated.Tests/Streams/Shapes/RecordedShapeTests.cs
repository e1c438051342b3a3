using OpenRouter.Generated.Tests.Wire;

namespace OpenRouter.Generated.Tests.Streams.Shapes;

/// <summary>Every recorded stream, read by the shapes of its events and read whole, shows the same, however it arrives.</summary>
public sealed class RecordedShapeTests
{
    private static readonly string[] Folders = ["openrouter-real", "responses-real", "messages-real", "compatible-real", "synthetic", "aisdk-synthetic", "reframed"];

    public static TheoryData<string, string> Files
    {
        get
        {
            var files = new TheoryData<string, string>();
            foreach (var folder in Folders)
            {
                foreach (var file in SharedFiles.Names($"streams/{folder}", "*.sse"))
                {
                    files.Add(folder, file.Data);
                }
            }

            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Recording_InAnyPieces_IsReadTheSameBothWays(string folder, string file)
    {
        var body = await File.ReadAllBytesAsync(SharedFiles.Require($"streams/{folder}/{file}"));
        using var readers = new BothReaders();
        foreach (var kind in KindsOf(folder, file))
        {
            await readers.CompareAsync(kind, body, Split.Some(body, seed: file.Length), file);
        }
    }

    private static StreamKind[] KindsOf(string folder, string file) => file switch
    {
        _ when folder == "messages-real" || file.StartsWith("messages-", StringComparison.Ordinal) || file.StartsWith("anth-", StringComparison.Ordinal) => [StreamKind.Messages],
        _ when file.StartsWith("images-", StringComparison.Ordinal) => [StreamKind.Images],
        _ when file.Contains("responses", StringComparison.Ordinal) => [StreamKind.Responses],
        _ => [StreamKind.Chat, StreamKind.ChatAsReceived, StreamKind.ChatValues, StreamKind.ChatUtf8],
    };
}
