namespace OpenRouter.Core;

/// <summary>One thing to try when a stream broke off.</summary>
public sealed record RecoveryStep
{
    private RecoveryStep(RecoveryKind kind, string? model = null) => (Kind, Model) = (kind, model);

    /// <summary>Send the request again; what had arrived is to be discarded.</summary>
    public static RecoveryStep Restart { get; } = new(RecoveryKind.Restart);

    /// <summary>
    /// Let the model go on from the text that had arrived, by sending it as the beginning of its answer. Passed over where that
    /// would be wrong: tool calls have begun, the answer must be JSON, there is no text yet, or there is too much of it. Some
    /// models refuse it, and some begin anew; a text that repeats the end of what had arrived is cut.
    /// </summary>
    public static RecoveryStep Continue { get; } = new(RecoveryKind.Continue);

    /// <summary>Send the request again without streaming; what had arrived is to be discarded.</summary>
    public static RecoveryStep Unstreamed { get; } = new(RecoveryKind.Unstreamed);

    /// <summary>What is done.</summary>
    public RecoveryKind Kind { get; }

    /// <summary>The model of <see cref="RecoveryKind.OtherModel"/>.</summary>
    public string? Model { get; }

    /// <summary>Let another model answer; what had arrived is to be discarded.</summary>
    /// <param name="model">The name of the model.</param>
    public static RecoveryStep OtherModel(string model)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        return new RecoveryStep(RecoveryKind.OtherModel, model);
    }
}
