using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace OpenRouter.Generator.Problems;

/// <summary>The descriptors of the generator's diagnostics. Their message is the problem's own sentence.</summary>
internal static class ProblemDescriptors
{
    private const string Category = "OpenApi";

    private const string Pages = "https://github.com/openrouter-generated/openrouter-generated/blob/main/generator/OpenRouter.Generator/Problems/";

    private static readonly DiagnosticDescriptor Summary = new("ORG0001", "What was generated", "{0}", Category, DiagnosticSeverity.Info, true, null, Pages + "ORG0001.md");
    private static readonly DiagnosticDescriptor Syntax = new("ORG0002", "The file is neither JSON nor YAML", "{0}", Category, DiagnosticSeverity.Error, true, null, Pages + "ORG0002.md");
    private static readonly DiagnosticDescriptor NotOpenApi = new("ORG0003", "The file is not an OpenAPI 3 document", "{0}", Category, DiagnosticSeverity.Error, true, null, Pages + "ORG0003.md");
    private static readonly DiagnosticDescriptor DanglingReference = new("ORG0004", "A $ref points at nothing", "{0}", Category, DiagnosticSeverity.Error, true, null, Pages + "ORG0004.md");
    private static readonly DiagnosticDescriptor UnknownType = new("ORG0005", "The type of a schema is unknown", "{0}", Category, DiagnosticSeverity.Error, true, null, Pages + "ORG0005.md");
    private static readonly DiagnosticDescriptor DuplicateOperation = new("ORG0006", "Two operations have the same name", "{0}", Category, DiagnosticSeverity.Error, true, null, Pages + "ORG0006.md");
    private static readonly DiagnosticDescriptor CircularReference = new("ORG0007", "A schema consists of itself", "{0}", Category, DiagnosticSeverity.Error, true, null, Pages + "ORG0007.md");
    private static readonly DiagnosticDescriptor InvalidOverlay = new("ORG0008", "The overlay is not valid", "{0}", Category, DiagnosticSeverity.Error, true, null, Pages + "ORG0008.md");
    private static readonly DiagnosticDescriptor OverlayMatchesNothing = new("ORG0009", "The target of an overlay action matches nothing", "{0}", Category, DiagnosticSeverity.Warning, true, null, Pages + "ORG0009.md");
    private static readonly DiagnosticDescriptor UnsupportedKeyword = new("ORG0010", "A schema keyword is not supported", "{0}", Category, DiagnosticSeverity.Warning, true, null, Pages + "ORG0010.md");
    private static readonly DiagnosticDescriptor UnsupportedMediaType = new("ORG0011", "A media type is not supported", "{0}", Category, DiagnosticSeverity.Warning, true, null, Pages + "ORG0011.md");
    private static readonly DiagnosticDescriptor InvalidValue = new("ORG0012", "A value in the document has the wrong form", "{0}", Category, DiagnosticSeverity.Warning, true, null, Pages + "ORG0012.md");
    private static readonly DiagnosticDescriptor UnreachableUnionCase = new("ORG0013", "Cases of a union cannot be told apart", "{0}", Category, DiagnosticSeverity.Info, true, null, Pages + "ORG0013.md");
    private static readonly DiagnosticDescriptor UnsupportedParameter = new("ORG0014", "A parameter is not supported", "{0}", Category, DiagnosticSeverity.Warning, true, null, Pages + "ORG0014.md");
    private static readonly DiagnosticDescriptor UnknownSetting = new("ORG0015", "A setting is not understood", "{0}", Category, DiagnosticSeverity.Warning, true, null, Pages + "ORG0015.md");
    private static readonly DiagnosticDescriptor RecursiveCollection = new("ORG0016", "A list or map holds itself", "{0}", Category, DiagnosticSeverity.Info, true, null, Pages + "ORG0016.md");
    private static readonly DiagnosticDescriptor MissingFile = new("ORG0020", "A $ref leads into a file that is not given", "{0}", Category, DiagnosticSeverity.Error, true, null, Pages + "ORG0020.md");
    private static readonly DiagnosticDescriptor RemoteReference = new("ORG0021", "A $ref leads to an address", "{0}", Category, DiagnosticSeverity.Error, true, null, Pages + "ORG0021.md");
    private static readonly DiagnosticDescriptor AmbiguousDynamicReference = new("ORG0022", "A $dynamicRef can mean several schemas", "{0}", Category, DiagnosticSeverity.Warning, true, null, Pages + "ORG0022.md");
    private static readonly DiagnosticDescriptor UncheckedKeyword = new("ORG0023", "A schema keyword is not checked", "{0}", Category, DiagnosticSeverity.Info, true, null, Pages + "ORG0023.md");
    private static readonly DiagnosticDescriptor IgnoredSibling = new("ORG0024", "A keyword beside a $ref is ignored", "{0}", Category, DiagnosticSeverity.Info, true, null, Pages + "ORG0024.md");
    private static readonly DiagnosticDescriptor OverlayOfAnotherDocument = new("ORG0025", "An overlay extends another document", "{0}", Category, DiagnosticSeverity.Info, true, null, Pages + "ORG0025.md");
    private static readonly DiagnosticDescriptor OverlayUpdateIgnored = new("ORG0026", "An overlay action cannot update its target", "{0}", Category, DiagnosticSeverity.Warning, true, null, Pages + "ORG0026.md");
    private static readonly DiagnosticDescriptor NamespaceClash = new("ORG0027", "Two documents have the same namespace", "{0}", Category, DiagnosticSeverity.Error, true, null, Pages + "ORG0027.md");
    private static readonly DiagnosticDescriptor MissingRuntime = new("ORG0028", "The project does not reference OpenRouter.Runtime", "{0}", Category, DiagnosticSeverity.Error, true, null, Pages + "ORG0028.md");
    private static readonly DiagnosticDescriptor OldLanguage = new("ORG0029", "The project is compiled as a C# older than 12", "{0}", Category, DiagnosticSeverity.Error, true, null, Pages + "ORG0029.md");

    private static readonly DiagnosticDescriptor SelectionMatchesNothing = new("ORG0017", "A pattern of the selection matches no operation", "{0}", Category, DiagnosticSeverity.Warning, true, null, Pages + "ORG0017.md");
    private static readonly DiagnosticDescriptor Security = new("ORG0018", "A security scheme is left to the caller", "{0}", Category, DiagnosticSeverity.Info, true, null, Pages + "ORG0018.md");
    private static readonly DiagnosticDescriptor NotUsed = new("ORG0019", "A part of the document is not used", "{0}", Category, DiagnosticSeverity.Info, true, null, Pages + "ORG0019.md");

    private static readonly Dictionary<ProblemRule, DiagnosticDescriptor> ByRule = new()
    {
        [ProblemRule.Summary] = Summary,
        [ProblemRule.Syntax] = Syntax,
        [ProblemRule.NotOpenApi] = NotOpenApi,
        [ProblemRule.DanglingReference] = DanglingReference,
        [ProblemRule.UnknownType] = UnknownType,
        [ProblemRule.DuplicateOperation] = DuplicateOperation,
        [ProblemRule.CircularReference] = CircularReference,
        [ProblemRule.InvalidOverlay] = InvalidOverlay,
        [ProblemRule.OverlayMatchesNothing] = OverlayMatchesNothing,
        [ProblemRule.UnsupportedKeyword] = UnsupportedKeyword,
        [ProblemRule.UnsupportedMediaType] = UnsupportedMediaType,
        [ProblemRule.InvalidValue] = InvalidValue,
        [ProblemRule.UnreachableUnionCase] = UnreachableUnionCase,
        [ProblemRule.UnsupportedParameter] = UnsupportedParameter,
        [ProblemRule.UnknownSetting] = UnknownSetting,
        [ProblemRule.RecursiveCollection] = RecursiveCollection,
        [ProblemRule.SelectionMatchesNothing] = SelectionMatchesNothing,
        [ProblemRule.Security] = Security,
        [ProblemRule.NotUsed] = NotUsed,
        [ProblemRule.MissingFile] = MissingFile,
        [ProblemRule.RemoteReference] = RemoteReference,
        [ProblemRule.AmbiguousDynamicReference] = AmbiguousDynamicReference,
        [ProblemRule.UncheckedKeyword] = UncheckedKeyword,
        [ProblemRule.IgnoredSibling] = IgnoredSibling,
        [ProblemRule.OverlayOfAnotherDocument] = OverlayOfAnotherDocument,
        [ProblemRule.OverlayUpdateIgnored] = OverlayUpdateIgnored,
        [ProblemRule.NamespaceClash] = NamespaceClash,
        [ProblemRule.MissingRuntime] = MissingRuntime,
        [ProblemRule.OldLanguage] = OldLanguage,
    };

    public static DiagnosticDescriptor Of(ProblemRule rule) => ByRule[rule];
}
