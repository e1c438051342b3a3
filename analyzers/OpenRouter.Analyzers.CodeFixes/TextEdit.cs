using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Analyzers.CodeFixes;

/// <summary>Computes the edit that repairs one finding, or nothing when it cannot be done safely.</summary>
internal delegate Task<IReadOnlyList<TextChange>?> TextEdit(Document document, TextSpan finding, Diagnostic diagnostic, CancellationToken cancellationToken);
