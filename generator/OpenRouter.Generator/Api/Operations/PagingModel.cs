using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Api.Operations;

/// <summary>The method that enumerates all pages of an operation.</summary>
/// <param name="Kind">How pages are found.</param>
/// <param name="MethodName">The name of the method, without Async.</param>
/// <param name="Item">The type of an item.</param>
/// <param name="IsItemNullable">Whether items can be null.</param>
/// <param name="Position">The parameter that says where a page begins.</param>
/// <param name="First">The position of the first page where the caller names none.</param>
/// <param name="Items">The C# path from the answer to the items.</param>
/// <param name="Next">The C# path to the next cursor.</param>
/// <param name="HasMore">The C# path to the member that says whether there is more, if there is one.</param>
/// <param name="Case">The case that is a page, when the answer is a union.</param>
/// <param name="WholeUnless">Parameters without which the first page holds everything.</param>
internal sealed record PagingModel(
    PagingKind Kind,
    string MethodName,
    TypeRef Item,
    bool IsItemNullable,
    ParameterModel Position,
    long First,
    string Items,
    string? Next,
    string? HasMore,
    TypeRef? Case,
    EquatableList<string> WholeUnless)
{
    public string ItemName => Item.Name + (IsItemNullable ? "?" : "");
}

/// <summary>How pages are found.</summary>
internal enum PagingKind
{
    Offset,
    Page,
    Cursor,
}
