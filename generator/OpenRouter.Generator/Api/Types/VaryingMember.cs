namespace OpenRouter.Generator.Api.Types;

/// <summary>A member whose value often differs from one event of a stream to the next, or which leads to one.</summary>
/// <param name="WireName">The name of the member.</param>
/// <param name="Form">What it is.</param>
/// <param name="Role">What a piece is a piece of, as the runtime names it.</param>
/// <param name="IsRare">Whether it seldom differs, so that copies share it where they can.</param>
/// <param name="FlatType">The type of an object that leads to no further ones, so that it can be asked without one.</param>
internal sealed record VaryingMember(string WireName, VaryingForm Form, string Role = "Other", bool IsRare = false, string? FlatType = null);
