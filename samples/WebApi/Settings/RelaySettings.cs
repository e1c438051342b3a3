namespace WebApi.Settings;

/// <summary>The section <c>Relay</c> of the configuration.</summary>
internal sealed class RelaySettings
{
    public const string Section = "Relay";

    /// <summary>The users: their names, and the SHA-256 of their keys in hexadecimal. A key is random and long, so a plain hash keeps it.</summary>
    public IDictionary<string, string> Users { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What users choose from.</summary>
    public IDictionary<string, PresetSettings> Presets { get; set; } = new Dictionary<string, PresetSettings>(StringComparer.Ordinal);

    /// <summary>Other origins whose pages may call with an API key, such as <c>https://app.example.com</c>. None by default.</summary>
    public IList<string> Origins { get; set; } = [];

    /// <summary>The most streams of one user at the same time.</summary>
    public int StreamsPerUser { get; set; } = 2;

    /// <summary>The most streams of all users at the same time.</summary>
    public int StreamsInAll { get; set; } = 100;

    /// <summary>The most streams that one user begins in a minute, on average.</summary>
    public int StreamsPerMinute { get; set; } = 20;

    /// <summary>The most attempts to sign in from one address in a minute.</summary>
    public int SignInsPerMinute { get; set; } = 10;

    /// <summary>The most tokens of one user in a day (UTC), prompts and answers together.</summary>
    public long DailyTokens { get; set; } = 200_000;

    /// <summary>The most tokens of any answer.</summary>
    public int MaxTokens { get; set; } = 2_000;

    /// <summary>The most messages of a conversation.</summary>
    public int MaxMessages { get; set; } = 50;

    /// <summary>The most characters of a conversation.</summary>
    public int MaxCharacters { get; set; } = 32_000;

    /// <summary>The time without an event after which a comment shows the browser, and proxies on the way, that the stream is alive.</summary>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a caller may take nothing of a stream before the connection is closed.</summary>
    public TimeSpan StalledReader { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long streams may go on once the server is told to stop.</summary>
    public TimeSpan ShutdownGrace { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>A folder that keeps the keys of sessions over restarts and for several servers; without it a restart signs everybody out.</summary>
    public string? KeysFolder { get; set; }
}
