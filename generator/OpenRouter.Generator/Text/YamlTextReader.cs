using System;
using System.Collections.Generic;
using System.IO;
using System.Text.RegularExpressions;
using System.Threading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OpenRouter.Generator.Text;

/// <summary>Reads YAML 1.2 into the same positioned nodes as JSON, so that twins give the same client.</summary>
internal sealed class YamlTextReader
{
    private const int MaxDepth = 256;

    /// <summary>Nodes that aliases may add to a document: enough for real files, far below an alias bomb.</summary>
    private const int MaxAliasedNodes = 100_000;

    private static readonly Regex BlankLine = new(@"(?<=^|\n)[ ]+(?=\r?\n)", RegexOptions.CultureInvariant);

    private readonly string _path;
    private readonly IParser _parser;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<string, Node> _anchors = new(StringComparer.Ordinal);
    private readonly int _lastLine;
    private int _aliasedNodes;

    private YamlTextReader(string path, string text, CancellationToken cancellationToken)
    {
        _path = path;
        // The scanner refuses a literal block whose first line is longer in blanks than its text is indented; YAML does not.
        _parser = new Parser(new StringReader(BlankLine.Replace(text, "")));
        _lastLine = text.Split('\n').Length - 1;
        _cancellationToken = cancellationToken;
    }

    /// <exception cref="TextProblemException">The text is not one YAML document.</exception>
    public static Node Read(string path, string text, CancellationToken cancellationToken)
    {
        var reader = new YamlTextReader(path, text, cancellationToken);
        try
        {
            reader._parser.Consume<StreamStart>();
            if (reader._parser.Accept<StreamEnd>(out var end))
            {
                throw new TextProblemException("the file holds no document", reader.Span(end.Start, end.End));
            }

            reader._parser.Consume<DocumentStart>();
            var root = reader.ReadValue(0);
            reader._parser.Consume<DocumentEnd>();
            if (reader._parser.Accept<DocumentStart>(out var second))
            {
                throw new TextProblemException("only one document may stand in the file", reader.Span(second.Start, second.End));
            }

            return root;
        }
        catch (YamlException exception)
        {
            throw new TextProblemException(exception.Message, reader.Span(exception.Start, exception.End));
        }
    }

    private Node ReadValue(int depth)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return ReadAlias(alias);
        }

        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            return Remember(scalar.Anchor, ReadScalar(scalar));
        }

        if (depth > MaxDepth)
        {
            var mark = _parser.Current?.Start ?? Mark.Empty;
            throw new TextProblemException("values are nested too deeply (256 levels at most)", Span(mark, mark));
        }

        return _parser.TryConsume<SequenceStart>(out var sequence)
            ? ReadSequence(sequence, depth)
            : ReadMapping(_parser.Consume<MappingStart>(), depth);
    }

    private Node ReadSequence(SequenceStart start, int depth)
    {
        var items = new List<Node>();
        SequenceEnd end;
        while (!_parser.TryConsume(out end!))
        {
            items.Add(ReadValue(depth + 1));
        }

        var node = Node.Array(Span(start.Start, end.End));
        node.Items.AddRange(items);
        return Remember(start.Anchor, node);
    }

    private Node ReadMapping(MappingStart start, int depth)
    {
        var members = new List<NodeMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        MappingEnd end;
        while (!_parser.TryConsume(out end!))
        {
            if (!_parser.TryConsume<Scalar>(out var key))
            {
                var mark = _parser.Current?.Start ?? start.Start;
                throw new TextProblemException("a member name must be a plain text", Span(mark, mark));
            }

            var span = Span(key.Start, key.End);
            if (!names.Add(key.Value))
            {
                throw new TextProblemException($"the member '{key.Value}' stands twice in this mapping", span);
            }

            members.Add(new NodeMember(key.Value, span, ReadValue(depth + 1)));
        }

        var node = Node.Object(Span(start.Start, end.End));
        node.Members.AddRange(members);
        return Remember(start.Anchor, node);
    }

    private Node ReadScalar(Scalar scalar)
    {
        var span = Span(scalar.Start, scalar.End);
        if (scalar.Style != ScalarStyle.Plain || scalar.Tag == "tag:yaml.org,2002:str")
        {
            return Node.Scalar(NodeKind.String, scalar.Value, span);
        }

        var (kind, text) = YamlCoreSchema.Resolve(scalar.Value);
        return Node.Scalar(kind, text, span);
    }

    private Node ReadAlias(AnchorAlias alias)
    {
        var span = Span(alias.Start, alias.End);
        if (!_anchors.TryGetValue(alias.Value.Value, out var target))
        {
            throw new TextProblemException($"the anchor '{alias.Value.Value}' is not defined before this place", span);
        }

        _aliasedNodes += Count(target);
        if (_aliasedNodes > MaxAliasedNodes)
        {
            throw new TextProblemException("aliases unfold to more than 100000 values", span);
        }

        return target.Copy();
    }

    private Node Remember(AnchorName anchor, Node node)
    {
        if (!anchor.IsEmpty)
        {
            _anchors[anchor.Value] = node;
        }

        return node;
    }

    private static int Count(Node node)
    {
        var count = 1;
        foreach (var member in node.Members)
        {
            count += Count(member.Value);
        }

        foreach (var item in node.Items)
        {
            count += Count(item);
        }

        return count;
    }

    /// <summary>The parser counts from one, and places what is missing at the end behind the last line.</summary>
    private SourceSpan Span(Mark start, Mark end)
    {
        int Line(Mark mark) => Math.Min(_lastLine, Math.Max(0, (int)mark.Line - 1));
        return new SourceSpan(
            _path,
            (int)start.Index,
            Math.Max(0, (int)(end.Index - start.Index)),
            Line(start),
            Math.Max(0, (int)start.Column - 1),
            Line(end),
            Math.Max(0, (int)end.Column - 1));
    }
}
