namespace OpenRouter.Analyzers.Bodies;

/// <summary>The rules that judge bodies, one line each: what pages of Razor are shown to.</summary>
internal static class BodyRules
{
    public static BodyRule[] All()
    {
        return
        [
            new Rules.OR1001_ObserveFinishReason.ObserveFinishReasonAnalyzer(),
            new Rules.OR2001_PassCancellationToken.PassCancellationTokenAnalyzer(),
            new Rules.OR3001_SendConfiguredRequest.SendConfiguredRequestAnalyzer(),
            new Rules.OR3002_StayInRange.StayInRangeAnalyzer(),
            new Rules.OR3003_NameModelWithVendor.NameModelWithVendorAnalyzer(),
            new Rules.OR4001_KeepApiKeyOutOfSource.KeepApiKeyOutOfSourceAnalyzer(),
            new Rules.OR4002_EncodeModelText.EncodeModelTextAnalyzer(),
            new Rules.OR7001_ReplaceRetiredModel.ReplaceRetiredModelAnalyzer(),
        ];
    }
}
