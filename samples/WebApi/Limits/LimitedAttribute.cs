namespace WebApi.Limits;

/// <summary>Marks an endpoint whose requests are counted.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LimitedAttribute(Limit limit) : Attribute
{
    public Limit Limit { get; } = limit;
}
