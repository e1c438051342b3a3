using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using WebApi.Relay;
using WebApi.Settings;

namespace WebApi.Limits;

/// <summary>Keeps one user, or all of them, from taking more than their share. Nobody waits in a queue: who is over the limit is told at once when to come back.</summary>
internal static class RequestLimits
{
    /// <summary>What is said when no limiter knows better: a stream ends when it ends.</summary>
    private static readonly TimeSpan SomeTime = TimeSpan.FromSeconds(5);

    public static void AddRequestLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(static options => options.OnRejected = static (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : SomeTime;
            return new ValueTask(PublicErrors.TooMany(wait).WriteAsync(context.HttpContext));
        });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RelaySettings>>(static (options, settings) => options.GlobalLimiter = Create(settings.Value));
    }

    /// <summary>The streams that run are looked at first: a permit of the others is spent for good.</summary>
    private static PartitionedRateLimiter<HttpContext> Create(RelaySettings settings) => PartitionedRateLimiter.CreateChained(
        Of(Limit.Streams, static _ => "all", key => RateLimitPartition.GetConcurrencyLimiter(key, _ => new() { PermitLimit = settings.StreamsInAll })),
        Of(Limit.Streams, User, key => RateLimitPartition.GetConcurrencyLimiter(key, _ => new() { PermitLimit = settings.StreamsPerUser })),
        Of(Limit.Streams, User, key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
        {
            TokenLimit = settings.StreamsPerMinute,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / settings.StreamsPerMinute,
        })),
        Of(Limit.SignIns, Address, key => RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = settings.SignInsPerMinute, Window = TimeSpan.FromMinutes(1) })));

    private static PartitionedRateLimiter<HttpContext> Of(Limit limit, Func<HttpContext, string> key, Func<string, RateLimitPartition<string>> partition)
        => PartitionedRateLimiter.Create<HttpContext, string>(context => context.GetEndpoint()?.Metadata.GetMetadata<LimitedAttribute>()?.Limit == limit
            ? partition(key(context))
            : RateLimitPartition.GetNoLimiter(""));

    private static string User(HttpContext context) => context.User.Identity?.Name ?? "";

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
