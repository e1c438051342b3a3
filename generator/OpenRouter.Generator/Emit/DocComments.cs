using System.Text;
using OpenRouter.Generator.Api.Documentation;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints documentation comments; text of the document is escaped and kept on one line.</summary>
internal static class DocComments
{
    public static void Doc(this CodeWriter code, DocModel doc)
    {
        code.Summary(doc.Summary);
        if (doc.Remarks is { } remarks)
        {
            code.Line($"/// <remarks>{Escape(remarks)}</remarks>");
        }
    }

    public static void Summary(this CodeWriter code, string text) => code.Line($"/// <summary>{Escape(text)}</summary>");

    public static void Param(this CodeWriter code, string name, string text) =>
        code.Line($"/// <param name=\"{name.TrimStart('@')}\">{Escape(text)}</param>");

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '\r' or '\n' or '\t' or '\u2028' or '\u2029' or '\u0085':
                    escaped.Append(' ');
                    break;
                case < ' ':
                    break;
                default:
                    escaped.Append(c);
                    break;
            }
        }

        return escaped.ToString().Trim();
    }
}
