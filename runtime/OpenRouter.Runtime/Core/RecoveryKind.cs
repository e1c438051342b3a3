namespace OpenRouter.Core;

/// <summary>How a stream that broke off goes on.</summary>
public enum RecoveryKind
{
    /// <summary>The request is sent again, and its answer replaces what had arrived.</summary>
    Restart,

    /// <summary>The model goes on from the text that had arrived.</summary>
    Continue,

    /// <summary>Another model answers from the beginning.</summary>
    OtherModel,

    /// <summary>The request is sent again without streaming; its answer arrives whole and replaces what had arrived.</summary>
    Unstreamed,
}
