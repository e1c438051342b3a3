using System.ComponentModel.DataAnnotations;

namespace BlazorChat.Hosting;

/// <summary>What the page asks for and how much it allows; the section <c>Chat</c> of the configuration. Every circuit costs memory of the server, so everything has a limit.</summary>
public sealed class ChatSettings
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Chat";

    /// <summary>The model that answers.</summary>
    [Required]
    public string Model { get; set; } = "openrouter/auto";

    /// <summary>Instructions for the model; empty for none.</summary>
    public string System { get; set; } = "";

    /// <summary>The most tokens of an answer; an answer that reaches them is shown as cut off.</summary>
    [Range(1, 1_000_000)]
    public int MaxAnswerTokens { get; set; } = 4_000;

    /// <summary>The most characters of a question. Escaped they must fit a message of the circuit, which is 32 KB.</summary>
    [Range(1, 5_000)]
    public int MaxQuestionChars { get; set; } = 4_000;

    /// <summary>The most characters of an answer, reasoning included; the rest is not read.</summary>
    [Range(1, 10_000_000)]
    public int MaxAnswerChars { get; set; } = 100_000;

    /// <summary>The most questions that a circuit keeps and sends again; older ones are forgotten.</summary>
    [Range(1, 10_000)]
    public int MaxExchanges { get; set; } = 50;

    /// <summary>The most characters that a circuit keeps, over all questions and answers.</summary>
    [Range(1, 100_000_000)]
    public int MaxHistoryChars { get; set; } = 400_000;

    /// <summary>The most answers that one user may have running, over all tabs.</summary>
    [Range(1, 100)]
    public int MaxStreamsPerUser { get; set; } = 2;

    /// <summary>How long a lost connection may take to come back before running answers are stopped.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan DisconnectGrace { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether the sign-in without a password may be used outside of development.</summary>
    public bool AllowDevelopmentSignIn { get; set; }
}
