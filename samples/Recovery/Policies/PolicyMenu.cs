using OpenRouter.Core;

namespace Recovery.Policies;

/// <summary>The policies, the most honest first.</summary>
internal static class PolicyMenu
{
    public static IReadOnlyList<Policy> All { get; } =
    [
        new("surface", "what had arrived stays, and is said to be a part (the default)"),
        new("restart", "what was shown is taken back, and the answer begins anew", RecoveryStep.Restart),
        new("continue", "the model goes on from what had arrived; if that cannot be, it begins anew", RecoveryStep.Continue, RecoveryStep.Restart),
        new("fallback", "another model answers", RecoveryStep.OtherModel("backup/model")),
        new("unstreamed", "the answer is asked for in one piece", RecoveryStep.Unstreamed),
    ];
}
