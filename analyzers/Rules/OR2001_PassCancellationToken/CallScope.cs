using System.Collections.Generic;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR2001_PassCancellationToken;

/// <summary>The functions around a call whose parameters, locals and members can certainly be used there.</summary>
internal sealed class CallScope
{
    private readonly List<ISymbol> _parameterOwners = [];
    private readonly List<ISymbol> _localOwners = [];

    private CallScope(ISymbol member)
    {
        Member = member;
    }

    public ISymbol Member { get; }

    /// <summary>Whether members of the type belong to the scope; they do not where code may outlive the call of its method.</summary>
    public bool HasMembers { get; private set; }

    public bool HasInstance { get; private set; }

    public static CallScope Of(IOperation call, ISymbol member)
    {
        var scope = new CallScope(member);
        var hasLocals = true;
        for (var operation = call.Parent; operation is not null; operation = operation.Parent)
        {
            var function = FunctionOf(operation);
            if (function is null)
            {
                continue;
            }

            scope._parameterOwners.Add(function);
            if (hasLocals)
            {
                scope._localOwners.Add(function);
            }

            if (function.IsStatic || (operation is IAnonymousFunctionOperation && !RunsInPlace(operation)))
            {
                return scope;
            }

            // Whether a local of the method is assigned when a local function runs is decided at the calls of the latter.
            hasLocals &= operation is not ILocalFunctionOperation;
        }

        scope.AddMember(member, hasLocals);
        return scope;
    }

    /// <summary>How far away the owner of a parameter is, or -1 when it is out of scope.</summary>
    public int DistanceTo(IParameterSymbol parameter)
    {
        return _parameterOwners.FindIndex(owner => SymbolEqualityComparer.Default.Equals(owner, parameter.ContainingSymbol));
    }

    public bool Owns(ILocalSymbol local)
    {
        return _localOwners.Exists(owner => SymbolEqualityComparer.Default.Equals(owner, local.ContainingSymbol));
    }

    private void AddMember(ISymbol member, bool hasLocals)
    {
        if (member is not IMethodSymbol method || IsTopLevel(method))
        {
            return;
        }

        _parameterOwners.Add(method);
        if (hasLocals)
        {
            _localOwners.Add(method);
        }

        // What ends an object is run when its own tokens are cancelled already.
        HasMembers = !EndsObject(method.Name);
        HasInstance = HasMembers && !method.IsStatic;
    }

    private static IMethodSymbol? FunctionOf(IOperation operation)
    {
        return operation switch
        {
            IAnonymousFunctionOperation lambda => lambda.Symbol,
            ILocalFunctionOperation local => local.Symbol,
            _ => null,
        };
    }

    // A lambda that is handed to LINQ, or to a task that is awaited at once, ends before the method around it.
    private static bool RunsInPlace(IOperation lambda)
    {
        var user = lambda.Parent;
        while (user is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
        {
            user = user.Parent;
        }

        if (user is not IInvocationOperation call)
        {
            return false;
        }

        while (user is IInvocationOperation or IArgumentOperation or IConversionOperation)
        {
            user = user.Parent;
        }

        return LinqCall.Is(call) || (user is IAwaitOperation && call.TargetMethod.ContainingNamespace is { Name: "Tasks", ContainingNamespace.Name: "Threading" });
    }

    private static bool IsTopLevel(IMethodSymbol method)
    {
        return method.Name == WellKnownMemberNames.TopLevelStatementsEntryPointMethodName;
    }

    private static bool EndsObject(string name)
    {
        return name.StartsWith("Dispose", System.StringComparison.Ordinal)
            || name.StartsWith("Stop", System.StringComparison.Ordinal)
            || name.StartsWith("Cancel", System.StringComparison.Ordinal)
            || name is "Finalize";
    }
}
