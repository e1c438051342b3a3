using System.Text;
using OpenRouter.Generator.Api.Documentation;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints documentation comments, if the project wants them; text of the document is escaped and kept on one line.</summary>
internal static class DocComments
{
    public static void Doc(this CodeWriter code, DocModel doc)
    {
        code.Summary(doc.Summary);
        if (doc.Remarks is { } remarks)
        {
            code.Comment($"<remarks>{Escape(remarks)}</remarks>");
        }
    }

    public static void Summary(this CodeWriter code, string text)
    {
        if (code.Style.HasDocs && text.Length > 0)
        {
            code.Line($"/// <summary>{Escape(text)}</summary>");
        }
    }

    public static void Param(this CodeWriter code, string name, string text)
    {
        if (code.Style.HasDocs && text.Length > 0)
        {
            code.Line($"/// <param name=\"{name.TrimStart('@')}\">{Escape(text)}</param>");
        }
    }

    /// <summary>The comment of what implements or overrides a member that has one.</summary>
    public static void Inherit(this CodeWriter code) => code.Comment("<inheritdoc/>");

    /// <summary>A comment that is XML already.</summary>
    public static void Comment(this CodeWriter code, string xml)
    {
        if (code.Style.HasDocs)
        {
            code.Line("/// " + xml);
        }
    }

    public static string Escape(string text)
    {
        if (text.IndexOfAny(Special) < 0)
        {
            return text.Trim();
        }

        var escaped = new StringBuilder(text.Length + 16);
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

    private static readonly char[] Special = [.. Controls(), '&', '<', '>', '\u2028', '\u2029', '\u0085'];

    private static char[] Controls()
    {
        var controls = new char[' '];
        for (var i = 0; i < controls.Length; i++)
        {
            controls[i] = (char)i;
        }

        return controls;
    }
}
