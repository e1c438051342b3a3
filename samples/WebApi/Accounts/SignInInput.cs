namespace WebApi.Accounts;

/// <summary>The body of a sign-in.</summary>
internal sealed record SignInInput
{
    public required string Key { get; init; }
}
