using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Bodies;

/// <summary>What a body does with a client. Found in one walk, which all rules share.</summary>
internal sealed class BodyFacts
{
    private static readonly ConditionalWeakTable<IOperation, BodyFacts> s_facts = new();

    private readonly List<StreamUse> _streams = [];
    private readonly List<IInvocationOperation> _sends = [];
    private readonly List<IInvocationOperation> _steps = [];
    private readonly List<IInvocationOperation> _collects = [];
    private readonly List<IInvocationOperation> _starts = [];
    private readonly List<IOperation> _clients = [];
    private readonly List<ISimpleAssignmentOperation> _httpClients = [];
    private ReferenceIndex? _references;

    private BodyFacts(ImmutableArray<IOperation> blocks, KnownTypes known)
    {
        Blocks = blocks;
        MentionsClient = ClientMentions.AnyIn(blocks, known.Annotations.Assemblies);
        if (!MentionsClient)
        {
            return;
        }

        foreach (var block in blocks)
        {
            foreach (var operation in block.DescendantsAndSelf())
            {
                Add(operation, known);
            }
        }
    }

    /// <summary>
    /// Whether anything is mentioned that an annotated assembly declares. Where nothing is, which is nearly everywhere, hardly a rule has
    /// anything to say, and nothing else is looked for.
    /// </summary>
    public bool MentionsClient { get; }

    /// <summary>The roots: the body itself, and initialisers that belong to it.</summary>
    public ImmutableArray<IOperation> Blocks { get; }

    /// <summary>Where streams of chunks are run, in the order of the source.</summary>
    public IReadOnlyList<StreamUse> Streams => _streams;

    /// <summary>Calls of methods that are marked as sending.</summary>
    public IReadOnlyList<IInvocationOperation> Sends => _sends;

    /// <summary>Calls of other instance methods of builders of requests: the settings and additions of a chain.</summary>
    public IReadOnlyList<IInvocationOperation> Steps => _steps;

    /// <summary>Calls of methods that run a stream and hand out a task of its answer.</summary>
    public IReadOnlyList<IInvocationOperation> Collects => _collects;

    /// <summary>Calls that start work on another thread: <c>Task.Run</c> and <c>StartNew</c>.</summary>
    public IReadOnlyList<IInvocationOperation> Starts => _starts;

    /// <summary>Where clients are made: by a constructor, or by a static method of their own.</summary>
    public IReadOnlyList<IOperation> Clients => _clients;

    /// <summary>Assignments to properties that hold an <c>HttpClient</c>, in initialisers too.</summary>
    public IReadOnlyList<ISimpleAssignmentOperation> HttpClientAssignments => _httpClients;

    /// <summary>Where locals, parameters, fields and properties are mentioned. Made when it is asked for first: hardly any body gets this far.</summary>
    public ReferenceIndex References => _references ??= ReferenceIndex.Of(Blocks);

    public static BodyFacts Of(ImmutableArray<IOperation> blocks, KnownTypes known)
    {
        // A rule that is not the first to ask needs no delegate.
        return s_facts.TryGetValue(blocks[0], out var facts) ? facts : s_facts.GetValue(blocks[0], _ => new BodyFacts(blocks, known));
    }

    /// <summary>The declarator of a local; nothing for one that a pattern or an argument declares, and for what is no local.</summary>
    public IVariableDeclaratorOperation? DeclaratorOf(ISymbol local)
    {
        return Blocks
            .SelectMany(static block => block.DescendantsAndSelf())
            .OfType<IVariableDeclaratorOperation>()
            .FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.Symbol, local));
    }

    private void Add(IOperation operation, KnownTypes known)
    {
        if (StreamConsumption.IsCandidate(operation) && StreamConsumption.TryFindStream(operation, known) is { } stream)
        {
            _streams.Add(new StreamUse(operation, stream));
        }

        if (operation is IObjectCreationOperation && known.IsApiClient(operation.Type))
        {
            _clients.Add(operation);
        }

        if (operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Type.Name: "HttpClient" } } assignment)
        {
            _httpClients.Add(assignment);
        }

        if (operation is IInvocationOperation call)
        {
            if (call.TargetMethod.IsStatic && known.IsApiClient(call.TargetMethod.ContainingType) && known.IsApiClient(call.Type))
            {
                _clients.Add(call);
            }

            if (known.IsSendingMethod(call.TargetMethod))
            {
                _sends.Add(call);
            }
            else if (call.Instance is not null && known.IsRequestBuilder(call.TargetMethod.ContainingType))
            {
                _steps.Add(call);
            }
            else if (call.TargetMethod.ReturnType.Name is "Task" or "ValueTask")
            {
                AddTask(call, known);
            }
        }
    }

    private void AddTask(IInvocationOperation call, KnownTypes known)
    {
        if (call.TargetMethod is { Name: "Run" or "StartNew", ContainingType.Name: "Task" or "TaskFactory" })
        {
            _starts.Add(call);
        }
        else if (known.IsCollector(call.TargetMethod))
        {
            _collects.Add(call);
        }
    }
}
