using System;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using OpenRouter.Generator.Api;

namespace OpenRouter.Generator.Emit;

/// <summary>Builds the text of one file, with indentation. Lines end with LF on every platform.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new(4096);
    private readonly SourceHeader _header;
    private int _indent;

    public CodeWriter(SourceHeader header) => _header = header;

    public OutputStyle Style => _header.Style;

    /// <summary>How the types of the file are declared: "public" or "internal".</summary>
    public string Access => Style.IsInternal ? "internal" : "public";

    public void Line() => _text.Append('\n');

    public void Line(string line)
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _indent * 4).Append(line);
        }

        _text.Append('\n');
    }

    /// <summary>Names a namespace that what follows needs.</summary>
    public void Use(Usings usings) => _header.Use(usings);

    /// <summary>Writes a header and an opening brace; disposing writes the closing one.</summary>
    public Scope Block(string header)
    {
        Line(header);
        return Open("}");
    }

    /// <summary>A switch expression that ends a member: its closing brace is followed by a semicolon.</summary>
    public Scope Switch(string header)
    {
        Line(header);
        return Open("};");
    }

    /// <summary>An object initializer that ends a statement or a member.</summary>
    public Scope Initializer(string header) => Switch(header);

    /// <summary>A lambda with a body that ends an argument list: its closing brace is followed by <paramref name="end"/>.</summary>
    public Scope Initializer(string header, string end)
    {
        Line(header);
        Line("{");
        _indent++;
        return new Scope(this, "}" + end);
    }

    /// <summary>A block without a header.</summary>
    public Scope Braces() => Open("}");

    /// <summary>Indents what follows until disposed, without braces.</summary>
    public Scope Indented()
    {
        _indent++;
        return new Scope(this, null);
    }

    /// <summary>Separates members by one empty line, but not the first from its brace.</summary>
    public void Separate()
    {
        var length = _text.Length;
        if (length > 1 && _text[length - 2] != '{' && !(_text[length - 1] == '\n' && _text[length - 2] == '\n'))
        {
            Line();
        }
    }

    public SourceText ToSourceText()
    {
        _text.Insert(0, _header.ToString());
        return SourceText.From(_text.ToString(), Encoding.UTF8);
    }

    private Scope Open(string end)
    {
        Line("{");
        _indent++;
        return new Scope(this, end);
    }

    private void Close(string? text)
    {
        _indent--;
        if (text is not null)
        {
            Line(text);
        }
    }

    /// <summary>An open block.</summary>
    public readonly struct Scope : IDisposable
    {
        private readonly CodeWriter _writer;
        private readonly string? _end;

        public Scope(CodeWriter writer, string? end)
        {
            _writer = writer;
            _end = end;
        }

        public void Dispose() => _writer.Close(_end);
    }
}
