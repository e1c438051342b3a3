using System;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Generator.Emit;

/// <summary>Builds source text with indentation. Lines end with LF on every platform.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _indent;

    public void Line() => _text.Append('\n');

    public void Line(string line)
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _indent * 4).Append(line);
        }

        _text.Append('\n');
    }

    /// <summary>Writes a header and an opening brace; disposing writes the closing one.</summary>
    public Scope Block(string header)
    {
        Line(header);
        Line("{");
        _indent++;
        return new Scope(this, "}");
    }

    /// <summary>A switch expression that ends a member: its closing brace is followed by a semicolon.</summary>
    public Scope Switch(string header)
    {
        Line(header);
        Line("{");
        _indent++;
        return new Scope(this, "};");
    }

    /// <summary>An object initializer that ends a statement or a member.</summary>
    public Scope Initializer(string header) => Switch(header);

    /// <summary>A block without a header.</summary>
    public Scope Braces()
    {
        Line("{");
        _indent++;
        return new Scope(this, "}");
    }

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

    public SourceText ToSourceText() => SourceText.From(_text.ToString(), Encoding.UTF8);

    public override string ToString() => _text.ToString();

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
