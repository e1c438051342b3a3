using System.Globalization;

namespace Dashboard;

/// <summary>What was asked for on the command line.</summary>
internal sealed record DashboardArguments
{
    public const string Usage =
        """
        Usage: Dashboard [options] [prompt]

        Shows the answer of a model as it comes, with figures. Without a prompt it is read from standard input.
        Where standard output is no terminal, it gets the text alone.

          --model <id>      the model, such as openai/gpt-4o-mini (default: openrouter/auto)
          --system <text>   instructions for the model
          --max-tokens <n>  the limit of the answer; it gives the progress bar its measure
          --pace <ms>       time between the pieces that the emulator sends (default: 25)
          --base-url <url>  another address of the service: https, or http to this machine
          --help            this text

        While it runs: q, Esc or Ctrl+C stop the answer; Ctrl+C once more ends the program at once.
        The API key comes from the environment variable OPENROUTER_API_KEY. Without it an emulator in this program answers.
        Exit codes: 0 answered, 1 failed, 2 called wrongly, 130 stopped.
        """;

    public string Model { get; private init; } = "openrouter/auto";

    public string? System { get; private init; }

    public int? MaxTokens { get; private init; }

    public TimeSpan Pace { get; private init; } = TimeSpan.FromMilliseconds(25);

    public Uri? BaseUrl { get; private init; }

    public bool WantsHelp { get; private init; }

    /// <summary>The prompt; empty when it is to be read from standard input.</summary>
    public string Prompt { get; private init; } = "";

    /// <summary>Reads the command line.</summary>
    /// <exception cref="UsageException">It cannot be understood.</exception>
    public static DashboardArguments Parse(IReadOnlyList<string> args)
    {
        var result = new DashboardArguments();
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

    private DashboardArguments With(string name, string value) => name switch
    {
        "--model" => this with { Model = value },
        "--system" => this with { System = value },
        "--max-tokens" => this with { MaxTokens = Number(name, value, 1, 10_000_000) },
        "--pace" => this with { Pace = TimeSpan.FromMilliseconds(Number(name, value, 0, 60_000)) },
        "--base-url" when Uri.TryCreate(value, UriKind.Absolute, out var address) => this with { BaseUrl = address },
        "--base-url" => throw new UsageException("--base-url needs a whole address, such as https://openrouter.ai/api/v1."),
        _ => throw new UsageException($"{name} is not an option."),
    };

    private static int Number(string name, string value, int least, int most)
        => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{name} is a number from {least:#,0} to {most:#,0}."));
}
