using System.Collections.Generic;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi;

/// <summary>How a service wants to be shown who asks.</summary>
/// <param name="Name">The name below <c>components.securitySchemes</c>.</param>
/// <param name="Type">apiKey, http, oauth2, openIdConnect or mutualTLS.</param>
/// <param name="Scheme">The scheme of the type http: bearer, basic, digest.</param>
/// <param name="Location">Where an API key stands: header, query or cookie.</param>
/// <param name="Parameter">The name of the header, parameter or cookie.</param>
/// <param name="Span">Where the scheme stands.</param>
internal sealed record SecurityScheme(string Name, string Type, string? Scheme, string? Location, string? Parameter, SourceSpan Span)
{
    /// <summary>Whether a bearer token is all that it asks for.</summary>
    public bool IsBearer => Type is "oauth2" or "openIdConnect" || (Type == "http" && string.Equals(Scheme, "bearer", System.StringComparison.OrdinalIgnoreCase));

    /// <summary>The schemes of a document.</summary>
    public static List<SecurityScheme> Of(Node root)
    {
        var schemes = new List<SecurityScheme>();
        foreach (var member in root["components"]?["securitySchemes"]?.Members ?? [])
        {
            if (member.Value.String("type") is { } type)
            {
                schemes.Add(new SecurityScheme(member.Name, type, member.Value.String("scheme"), member.Value.String("in"), member.Value.String("name"), member.NameSpan));
            }
        }

        return schemes;
    }

    /// <summary>The schemes that an operation names, or those of the document when it names none.</summary>
    public static IEnumerable<string> NamesOf(Node operation, Node root)
    {
        foreach (var alternative in (operation["security"] ?? root["security"])?.Items ?? [])
        {
            foreach (var scheme in alternative.Members)
            {
                yield return scheme.Name;
            }
        }
    }
}
