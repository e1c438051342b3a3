namespace Chat;

/// <summary>What was asked for on the command line.</summary>
internal sealed record ChatArguments
{
    public const string Usage =
        """
        Usage: Chat [options] [prompt]

        Streams the answer of a model to standard output. Without a prompt it is read from standard input.

          --model <id>      the model, such as openai/gpt-4o-mini (default: openrouter/auto)
          --system <text>   instructions for the model
          --base-url <url>  another address of the service: https, or http to this machine
          --help            this text

        The API key comes from the environment variable OPENROUTER_API_KEY. Without it an emulator in this program answers.
        Exit codes: 0 answered, 1 failed, 2 called wrongly, 130 stopped by Ctrl+C.
        """;

    public string Model { get; private init; } = "openrouter/auto";

    public string? System { get; private init; }

    public Uri? BaseUrl { get; private init; }

    public bool WantsHelp { get; private init; }

    /// <summary>The prompt; empty when it is to be read from standard input.</summary>
    public string Prompt { get; private init; } = "";

    /// <summary>Reads the command line.</summary>
    /// <exception cref="UsageException">It cannot be understood.</exception>
    public static ChatArguments Parse(IReadOnlyList<string> args)
    {
        var result = new ChatArguments();
        var words = new List<string>();
        for (var index = 0; index < args.Count; index++)
        {
            if (args[index] == "--")
            {
                words.AddRange(args.Skip(index + 1));
                break;
            }

            if (!args[index].StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(args[index]);
                continue;
            }

            var (name, value) = Split(args[index]);
            if (name is "--help")
            {
                return result with { WantsHelp = true };
            }

            result = result.With(name, value ?? (++index < args.Count ? args[index] : throw new UsageException($"{name} needs a value.")));
        }

        return result with { Prompt = string.Join(' ', words) };
    }

    private static (string Name, string? Value) Split(string option)
    {
        var equals = option.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (option, null) : (option[..equals], option[(equals + 1)..]);
    }

    private ChatArguments With(string name, string value) => name switch
    {
        "--model" => this with { Model = value },
        "--system" => this with { System = value },
        "--base-url" when Uri.TryCreate(value, UriKind.Absolute, out var address) => this with { BaseUrl = address },
        "--base-url" => throw new UsageException("--base-url needs a whole address, such as https://openrouter.ai/api/v1."),
        _ => throw new UsageException($"{name} is not an option."),
    };
}
