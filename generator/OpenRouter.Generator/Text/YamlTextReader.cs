using System;
using System.Collections.Generic;
using System.IO;
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

    private readonly SourceLines _lines;
    private readonly int _end;
    private readonly YamlText _text;
    private readonly Parser _parser;
    private readonly CancellationToken _cancellationToken;
    private readonly NameTable _names = new();
    private readonly Dictionary<string, Node> _anchors = new(StringComparer.Ordinal);
    private int _aliasedNodes;

    private YamlTextReader(string path, string text, CancellationToken cancellationToken)
    {
        _lines = new SourceLines(path, text);
        _end = text.Length;
        _text = new YamlText(text);
        _parser = new Parser(new StringReader(_text.Text));
        _cancellationToken = cancellationToken;
    }

    /// <exception cref="TextProblemException">The text is not one YAML document.</exception>
    public static Node Read(string path, string text, CancellationToken cancellationToken)
    {
        var reader = new YamlTextReader(path, text, cancellationToken);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException exception)
        {
            var place = YamlMistake.TabAfter(reader._text.Text, exception) is { } tab
                ? new SourcePlace(reader._lines, reader._text.Original(tab), 1)
                : reader.Place(exception.Start, exception.End);
            throw new TextProblemException(YamlMistake.MessageOf(exception), place.Span);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The scanner loses its way in some broken texts, as in a list whose bracket is never closed.
            var last = reader._parser.Current?.End ?? Mark.Empty;
            throw new TextProblemException("the text cannot be understood from here on; is a bracket or quote not closed?", reader.Place(last, last).Span);
        }
    }

    private Node ReadDocument()
    {
        _ = Next();
        if (Next() is StreamEnd end)
        {
            throw Error("the file holds no document", end.Start, end.End);
        }

        var root = ReadValue(Next(), 0);
        _ = Next();
        return Next() is DocumentStart second ? throw Error("only one document may stand in the file", second.Start, second.End) : root;
    }

    private ParsingEvent Next() =>
        _parser.MoveNext() ? _parser.Current! : throw new TextProblemException("the file ends in the middle of a value", _lines.Span(_end, 0));

    private Node ReadValue(ParsingEvent start, int depth)
    {
        switch (start)
        {
            case Scalar scalar:
                return Remember(scalar.Anchor, ReadScalar(scalar));
            case AnchorAlias alias:
                return ReadAlias(alias);
            case not null when depth > MaxDepth:
                throw Error("values are nested too deeply (256 levels at most)", start.Start, start.Start);
            case SequenceStart sequence:
                return Remember(sequence.Anchor, ReadSequence(sequence, depth));
            case MappingStart mapping:
                return Remember(mapping.Anchor, ReadMapping(mapping, depth));
            default:
                throw Error("a value is expected", start!.Start, start.End);
        }
    }

    private Node ReadSequence(SequenceStart start, int depth)
    {
        var items = new List<Node>();
        ParsingEvent next;
        while ((next = Next()) is not SequenceEnd)
        {
            items.Add(ReadValue(next, depth + 1));
        }

        return Node.Array(items, Place(start.Start, next.End, start.Style == SequenceStyle.Flow));
    }

    private Node ReadMapping(MappingStart start, int depth)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var members = new List<NodeMember>();
        HashSet<string>? names = null;
        ParsingEvent next;
        while ((next = Next()) is not MappingEnd)
        {
            if (next is not Scalar key)
            {
                throw Error("a member name must be a plain text", next.Start, next.End);
            }

            var name = _names.Take(key.Value, 0, key.Value.Length);
            var place = Place(key.Start, key.End);
            if (MemberNames.IsTaken(name, members, ref names))
            {
                throw new TextProblemException($"the member '{name}' stands twice in this mapping", place.Span);
            }

            members.Add(new NodeMember(name, place, ReadValue(Next(), depth + 1)));
        }

        return Node.Object(YamlMerge.Apply(members), Place(start.Start, next.End, start.Style == MappingStyle.Flow));
    }

    private Node ReadScalar(Scalar scalar)
    {
        var place = Place(scalar.Start, scalar.End);
        var tag = scalar.Tag.IsEmpty ? "" : scalar.Tag.Value;
        if (tag is "!" or "tag:yaml.org,2002:str" || (tag.Length == 0 && scalar.Style != ScalarStyle.Plain))
        {
            return Node.Scalar(NodeKind.String, scalar.Value, place);
        }

        var (kind, text) = YamlCoreSchema.Resolve(scalar.Value);
        return YamlCoreSchema.KindOfTag(tag) is { } wanted && wanted != kind
            ? throw new TextProblemException($"'{scalar.Value}' is not what its tag says", place.Span)
            : Node.Scalar(kind, text, place);
    }

    private Node ReadAlias(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var target))
        {
            throw Error($"the anchor '{alias.Value.Value}' is not defined before this place", alias.Start, alias.End);
        }

        _aliasedNodes += Count(target);
        return _aliasedNodes > MaxAliasedNodes
            ? throw Error("aliases unfold to more than 100000 values", alias.Start, alias.End)
            : target.Copy();
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

    private TextProblemException Error(string message, Mark start, Mark end) => new(message, Place(start, end).Span);

    /// <summary>The scanner places what is missing at the end behind the last character, and ends what stands in brackets before the bracket.</summary>
    private SourcePlace Place(Mark start, Mark end, bool isInBrackets = false)
    {
        var first = Math.Min(_end, _text.Original((int)start.Index));
        var last = Math.Min(_end, _text.Original((int)end.Index) + (isInBrackets ? 1 : 0));
        return new SourcePlace(_lines, first, Math.Max(0, last - first));
    }
}
