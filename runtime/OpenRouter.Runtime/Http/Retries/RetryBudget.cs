namespace OpenRouter.Runtime.Http.Retries;

/// <summary>What the calls of one client may spend on retries. Successes refill it. Safe for use by many threads.</summary>
internal sealed class RetryBudget
{
    public const int CostOfRetry = 5;
    public const int CostOfTimeout = 10;
    public const int GainOfSuccess = 1;

    private readonly int _capacity;
    private int _left;

    /// <summary>Makes a full budget.</summary>
    /// <param name="capacity">What it holds at first and at most.</param>
    public RetryBudget(int capacity) => _capacity = _left = capacity;

    /// <summary>What is left.</summary>
    public int Left => Volatile.Read(ref _left);

    /// <summary>Pays; false when there is not enough.</summary>
    public bool TryPay(int cost)
    {
        while (true)
        {
            var left = Volatile.Read(ref _left);
            if (left < cost)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _left, left - cost, left) == left)
            {
                return true;
            }
        }
    }

    /// <summary>Refills a little after a success.</summary>
    public void Refill()
    {
        while (true)
        {
            var left = Volatile.Read(ref _left);
            var more = Math.Min(_capacity, left + GainOfSuccess);
            if (more == left || Interlocked.CompareExchange(ref _left, more, left) == left)
            {
                return;
            }
        }
    }
}
