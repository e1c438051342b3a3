using System.Globalization;
using OpenRouter.Models;

namespace Chat;

/// <summary>What was asked for on the command line.</summary>
internal sealed record ChatArguments
{
    public const string Usage =
        """
        Usage: Chat [options] [prompt]

        Streams the answer of a model to standard output. Without a prompt, what is piped in is the prompt;
        at a terminal a conversation begins, and /help there lists its commands.

          --model <id>        the model, such as openai/gpt-4o-mini (default: openrouter/auto)
          --system <text>     instructions for the model
          --reasoning <how>   asks the model to think: minimal, low, medium, high, xhigh, max, or none
          --max-tokens <n>    the most tokens that an answer may have
          --tools             lets the model ask for the time and roll dice
          --json              writes what happens as lines of JSON, the last one of an answer being its end
          --base-url <url>    another address of the service: https, or http to this machine
          --help              this text

        The API key comes from the environment variable OPENROUTER_API_KEY. Without it an emulator in this program answers.
        Exit codes: 0 answered, 1 failed, 2 called wrongly, 130 stopped by Ctrl+C.
        """;

    public string Model { get; private init; } = "openrouter/auto";

    public string? System { get; private init; }

    public ReasoningEffortLevel? Reasoning { get; private init; }

    public int? MaxTokens { get; private init; }

    public bool OffersTools { get; private init; }

    public bool WritesJson { get; private init; }

    public Uri? BaseUrl { get; private init; }

    public bool WantsHelp { get; private init; }

    /// <summary>The prompt; empty when there is none on the command line.</summary>
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

            if (result.WithSwitch(args[index]) is { } switched)
            {
                result = switched;
                continue;
            }

            var (name, value) = Split(args[index]);
            result = result.With(name, value ?? (++index < args.Count ? args[index] : throw new UsageException($"{name} needs a value.")));
        }

        return result with { Prompt = string.Join(' ', words) };
    }

    /// <summary>Reads how much a model shall think.</summary>
    /// <exception cref="UsageException">There is no such level.</exception>
    public static ReasoningEffortLevel ReadReasoning(string level)
        => ReasoningEffortLevel.FromValue(level) is { IsKnown: true } known
            ? known
            : throw new UsageException($"{level} is no level of reasoning: none, minimal, low, medium, high, xhigh or max.");

    private static (string Name, string? Value) Split(string option)
    {
        var equals = option.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (option, null) : (option[..equals], option[(equals + 1)..]);
    }

    private ChatArguments? WithSwitch(string name) => name switch
    {
        "--help" => this with { WantsHelp = true },
        "--tools" => this with { OffersTools = true },
        "--json" => this with { WritesJson = true },
        _ => null,
    };

    private ChatArguments With(string name, string value) => name switch
    {
        "--model" => this with { Model = value },
        "--system" => this with { System = value },
        "--reasoning" => this with { Reasoning = ReadReasoning(value) },
        "--max-tokens" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 => this with { MaxTokens = count },
        "--max-tokens" => throw new UsageException("--max-tokens needs a number of at least 1."),
        "--base-url" when Uri.TryCreate(value, UriKind.Absolute, out var address) => this with { BaseUrl = address },
        "--base-url" => throw new UsageException("--base-url needs a whole address, such as https://openrouter.ai/api/v1."),
        _ => throw new UsageException($"{name} is not an option."),
    };
}
