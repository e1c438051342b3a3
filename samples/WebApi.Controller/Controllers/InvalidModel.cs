using Microsoft.AspNetCore.Mvc.ModelBinding;
using WebApi.Relay;

namespace WebApi.Controllers;

/// <summary>Says where a body is not what is expected. What the framework says about JSON names types of this program, and is left out.</summary>
internal static class InvalidModel
{
    public static PublicError Of(ModelStateDictionary state)
    {
        var places = state.Where(static entry => entry.Value?.Errors.Count > 0).Select(static entry => entry.Key is { Length: > 0 } key ? key : "$").Distinct(StringComparer.Ordinal);
        return PublicErrors.Invalid($"The body is not what is expected at {string.Join(", ", places)}: members may be unknown, missing, of another type or out of range.");
    }
}
