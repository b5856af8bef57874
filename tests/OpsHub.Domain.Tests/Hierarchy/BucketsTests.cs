using System.Text.Json;
using CsCheck;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Hierarchy;

/// <summary>Buckets are sums by key; a plain dictionary says what they must be.</summary>
public sealed class BucketsTests
{
    private static readonly Gen<Buckets> Some =
        Gen.Select(Gen.Long[-20, 40], Gen.Int[-3, 9]).Select((k, c) => KeyValuePair.Create(k, c)).List[0, 30].Select(Buckets.From);

    [Fact]
    public void Plus_adds_up_by_key() => Gen.Select(Some, Some).Sample((a, b) =>
    {
        var sum = a.Plus(b);
        for (var key = -21; key <= 41; key++)
            sum.At(key).ShouldBe(a.At(key) + b.At(key));
        sum.ShouldBe(b.Plus(a));
        Tidy(sum);
    }, iter: 1_000);

    [Fact]
    public void Minus_undoes_plus() => Gen.Select(Some, Some).Sample((a, b) =>
    {
        a.Plus(b).Minus(b).ShouldBe(a);
        a.Minus(a).ShouldBe(Buckets.Empty);
        Buckets.Empty.Minus(a).Plus(a).ShouldBe(Buckets.Empty);
        Tidy(a.Minus(b));
    }, iter: 1_000);

    [Fact]
    public void A_sum_takes_both_of_its_ends_in() => Gen.Select(Some, Gen.Long[-25, 45], Gen.Long[-25, 45]).Sample((a, from, to) =>
    {
        a.Sum(from, to).ShouldBe(a.Pairs.Where(p => p.Key >= from && p.Key <= to).Sum(p => p.Value));
        a.Sum().ShouldBe(a.Pairs.Sum(p => p.Value));
    }, iter: 1_000);

    [Fact]
    public void Gathering_keeps_the_sum_and_what_lies_ahead() => Gen.Select(Some, Gen.Long[-10, 45]).Sample((a, key) =>
    {
        var gathered = a.GatherThrough(key, -21);
        gathered.Sum().ShouldBe(a.Sum());
        gathered.At(-21).ShouldBe(a.Sum(to: key));
        gathered.Sum(from: key + 1).ShouldBe(a.Sum(from: key + 1));
        gathered.Pairs.Count(p => p.Key <= key).ShouldBeLessThanOrEqualTo(1);
        gathered.GatherThrough(key, -21).ShouldBe(gathered);
        Tidy(gathered);
    }, iter: 1_000);

    [Fact]
    public void Gathering_the_parts_is_gathering_the_sum() => Gen.Select(Some, Some, Gen.Long[-10, 45]).Sample((a, b, key) =>
        a.GatherThrough(key, -21).Plus(b.GatherThrough(key, -21)).ShouldBe(a.Plus(b).GatherThrough(key, -21)), iter: 1_000);

    [Fact]
    public void Dropping_leaves_the_key_itself() => Gen.Select(Some, Gen.Long[-25, 45]).Sample((a, key) =>
    {
        var kept = a.DropBelow(key);
        kept.Sum().ShouldBe(a.Sum(from: key));
        Tidy(kept);
    }, iter: 1_000);

    [Fact]
    public void Nothing_counted_is_empty()
    {
        Buckets.One(7, 0).ShouldBe(Buckets.Empty);
        Buckets.From([new(1, 2), new(1, -2)]).ShouldBe(Buckets.Empty);
        Buckets.One(1).GetHashCode().ShouldBe(Buckets.From([new(1, 1)]).GetHashCode());
    }

    [Fact]
    public void Buckets_are_read_as_they_were_written() => Some.Sample(a =>
        JsonSerializer.Deserialize<Buckets>(JsonSerializer.Serialize(a)).ShouldBe(a), iter: 200);

    private static void Tidy(Buckets b)
    {
        b.Pairs.ShouldAllBe(p => p.Value != 0);
        b.Pairs.Zip(b.Pairs.Skip(1)).ShouldAllBe(p => p.First.Key < p.Second.Key);
    }
}
