using System.Text.Json;
using OpenRouter.Models;
using OpenRouter.Runtime.Json;
using OpenRouter.Testing.Answers;

namespace OpenRouter.Testing.Service;

/// <summary>The key and the credits of the emulated account.</summary>
internal static class Account
{
    private const decimal Bought = 10m;

    public static byte[] Credits(decimal spent)
        => JsonModel.ToUtf8(new CreditsResponse { Data = new Credits { TotalCredits = Bought, TotalUsage = spent } });

    public static byte[] Key(decimal spent) => JsonModel.ToUtf8(new CurrentKeyResponse
    {
        Data = new CurrentKey
        {
            Label = "sk-or-v1-emu...tor",
            Limit = Bought,
            LimitRemaining = Bought - spent,
            IncludeByokInLimit = false,
            Usage = spent,
            UsageDaily = spent,
            UsageWeekly = spent,
            UsageMonthly = spent,
            ByokUsage = 0,
            ByokUsageDaily = 0,
            ByokUsageWeekly = 0,
            ByokUsageMonthly = 0,
            IsFreeTier = false,
            IsManagementKey = false,
            AdditionalProperties = Old(),
        },
    });

    /// <summary>Members that the service still sends and that are not to be used.</summary>
    private static JsonExtras Old()
    {
        using var limit = JsonDocument.Parse("""{"interval":"10s","requests":-1,"note":"Kept for old clients."}""");
        var members = WireNull.Of("creator_user_id", "expires_at", "limit_reset");
        members.Set("is_provisioning_key", false);
        members["rate_limit"] = limit.RootElement.Clone();
        return members;
    }
}
