using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Flow;

/// <summary>What a body sets on the request that a sending call sends: from the call back through the chain, and through the locals that hold it.</summary>
internal sealed class RequestChain
{
    private readonly BodyContext _body;
    private readonly KnownTypes _known;
    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);
    private readonly List<RequestSetting> _settings = [];

    private RequestChain(BodyContext body)
    {
        _body = body;
        _known = body.Known;
    }

    /// <summary>The steps of builders and the members of request objects that are given a value.</summary>
    public IReadOnlyList<RequestSetting> Settings => _settings;

    /// <summary>The request was begun somewhere else, so something may be set that is not seen here.</summary>
    public bool ComesFromElsewhere { get; private set; }

    /// <summary>The request is handed to other code, which may set something.</summary>
    public bool Escapes { get; private set; }

    /// <summary>Whether everything that is set is known.</summary>
    public bool IsWhole => !ComesFromElsewhere && !Escapes;

    /// <summary>The builder that sends, or the request object that is sent.</summary>
    public ITypeSymbol? Type { get; private set; }

    public static RequestChain Of(IInvocationOperation send, BodyContext body)
    {
        var chain = new RequestChain(body);
        if (send.Instance is { } instance && body.Known.IsRequestBuilder(instance.Type))
        {
            chain.Type = instance.Type;
            chain.Visit(instance);
            return chain;
        }

        foreach (var argument in send.Arguments.Where(argument => chain.IsRequest(argument.Value.Type)))
        {
            chain.Type = argument.Value.Type;
            chain.Visit(argument.Value);
        }

        return chain;
    }

    public IEnumerable<RequestSetting> With(Annotation annotation)
    {
        return _settings.Where(setting => annotation.IsOn(setting.Member));
    }

    private bool IsRequest(ITypeSymbol? type)
    {
        var annotations = _known.Annotations;
        return type is { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } && type.GetMembers().OfType<IPropertySymbol>().Any(property =>
            annotations.OffersTools.IsOn(property) || annotations.ResponseFormat.IsOn(property) || annotations.ToolChoice.IsOn(property) || annotations.ModelId.IsOn(property));
    }

    private void Visit(IOperation? value)
    {
        switch (value)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                Visit(conversion.Operand);
                break;
            case IParenthesizedOperation parenthesized:
                Visit(parenthesized.Operand);
                break;
            case IConditionalAccessInstanceOperation placeholder:
                Visit((ConditionalAccess.OwnerOf(placeholder) as IConditionalAccessOperation)?.Operation);
                break;
            case ICoalesceOperation coalesce:
                Visit(coalesce.Value);
                Visit(coalesce.WhenNull);
                break;
            case IConditionalOperation choice:
                Visit(choice.WhenTrue);
                Visit(choice.WhenFalse);
                break;
            case ISimpleAssignmentOperation assignment:
                Visit(assignment.Value);
                break;
            case IInvocationOperation call:
                VisitCall(call);
                break;
            case IObjectCreationOperation creation when _known.IsRequestBuilder(creation.Type) || IsRequest(creation.Type):
                AddMembers(creation.Initializer);
                break;
            case IWithOperation copy:
                AddMembers(copy.Initializer);
                Visit(copy.Operand);
                break;
            case ILocalReferenceOperation local:
                VisitLocal(local.Local);
                break;
            case IParameterReferenceOperation parameter:
                ComesFromElsewhere = true;
                VisitMentions(parameter.Parameter);
                break;
            case IFieldReferenceOperation field:
                ComesFromElsewhere = true;
                VisitMentions(field.Field);
                break;
            case IPropertyReferenceOperation property:
                // Whether two mentions of a property are one request or two is not known.
                ComesFromElsewhere = true;
                Escapes |= _body.Facts.References.Of(property.Property).Count > 1;
                break;
            default:
                ComesFromElsewhere = true;
                break;
        }
    }

    private void VisitCall(IInvocationOperation call)
    {
        if (IsStep(call))
        {
            _settings.Add(new RequestSetting(call.TargetMethod, call, call.Arguments.FirstOrDefault()?.Value));
            Visit(call.Instance);
        }
        else if (call.Arguments.FirstOrDefault()?.Value is { } first && (_known.IsRequestBuilder(first.Type) || IsRequest(first.Type)))
        {
            // An extension of the user's own, or a helper, that hands the request on.
            Escapes = true;
            Visit(first);
        }
        else
        {
            ComesFromElsewhere |= !BeginsRequest(call.TargetMethod);
        }
    }

    private bool IsStep(IInvocationOperation call)
    {
        return call.Instance is { } instance && _known.IsRequestBuilder(instance.Type);
    }

    // A builder as the client hands it out, with nothing set yet.
    private bool BeginsRequest(IMethodSymbol method)
    {
        return _known.IsRequestBuilder(method.ReturnType)
            && (method.Parameters.Any(parameter => _known.Annotations.ModelId.IsOn(parameter))
                || _known.IsApiClient(method.ContainingType)
                || method.ContainingType.GetMembers().OfType<IMethodSymbol>().Any(_known.IsSendingMethod));
    }

    private void AddMembers(IObjectOrCollectionInitializerOperation? initializer)
    {
        foreach (var assignment in initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
        {
            if (assignment.Target is IPropertyReferenceOperation property)
            {
                _settings.Add(new RequestSetting(property.Property, property, assignment.Value));
            }
        }
    }

    private void VisitLocal(ILocalSymbol local)
    {
        if (_visited.Contains(local))
        {
            return;
        }

        var declarator = _body.Facts.DeclaratorOf(local);
        VisitMentions(local);
        if (declarator?.GetVariableInitializer()?.Value is { } value)
        {
            Visit(value);
        }
        else
        {
            // Bound by a pattern, a loop or an out argument; or assigned later, which the mentions tell.
            ComesFromElsewhere |= declarator is null || declarator.Parent is IForEachLoopOperation;
        }
    }

    private void VisitMentions(ISymbol symbol)
    {
        if (!_visited.Add(symbol))
        {
            return;
        }

        foreach (var mention in _body.Facts.References.Of(symbol))
        {
            VisitMention(mention);
        }
    }

    private void VisitMention(IOperation mention)
    {
        var value = mention;
        while (true)
        {
            switch (value.Parent)
            {
                case IConversionOperation { OperatorMethod: null } or IParenthesizedOperation:
                    value = value.Parent;
                    continue;
                case IInvocationOperation call when call.Instance == value && IsStep(call):
                    if (_known.IsSendingMethod(call.TargetMethod) || !_known.IsRequestBuilder(call.Type))
                    {
                        return;
                    }

                    _settings.Add(new RequestSetting(call.TargetMethod, call, call.Arguments.FirstOrDefault()?.Value));
                    value = call;
                    continue;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    VisitLocal(declarator.Symbol);
                    return;
                case ISimpleAssignmentOperation assignment when assignment.Target == value:
                    Visit(assignment.Value);
                    return;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target }:
                    VisitLocal(target.Local);
                    return;
                case IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation set } property when set.Target == property:
                    _settings.Add(new RequestSetting(property.Property, property, set.Value));
                    return;
                case IArgumentOperation { Parent: IInvocationOperation send } when _known.IsSendingMethod(send.TargetMethod):
                case IPropertyReferenceOperation or IExpressionStatementOperation or IBinaryOperation or IIsPatternOperation or IWithOperation or INameOfOperation:
                    return;
                default:
                    Escapes = true;
                    return;
            }
        }
    }
}
