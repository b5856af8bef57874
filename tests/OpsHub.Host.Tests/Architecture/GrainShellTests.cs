using System.Reflection;
using OpsHub.Contracts.Hierarchy;

namespace OpsHub.Host.Tests.Architecture;

/// <summary>Grains are thin shells that nobody names. STYLE 10 and 11.</summary>
public sealed class GrainShellTests
{
    private static readonly Type[] Shells = [.. Assembly.Load("OpsHub.Grains").GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(Orleans.Grain)))];

    [Fact]
    public void Every_grain_is_internal_and_sealed()
    {
        Shells.ShouldNotBeEmpty();
        Shells.Where(t => t.IsPublic).ShouldBeEmpty();
        Shells.Where(t => !t.IsAbstract && !t.IsSealed).ShouldBeEmpty();
        Shells.Where(t => !t.IsAbstract).ShouldAllBe(t => t.BaseType == typeof(Orleans.Grain) || t.BaseType!.BaseType == typeof(Orleans.Grain), "no tower of base classes");
    }

    [Fact]
    public void Every_grain_interface_has_exactly_one_shell()
    {
        foreach (var contract in typeof(ISubjectGrain).Assembly.GetTypes().Where(t => t.IsInterface && t.IsAssignableTo(typeof(Orleans.IGrain))))
        {
            if (contract.Assembly.GetTypes().Any(t => t.IsInterface && t != contract && t.IsAssignableTo(contract)))
                continue; // what several kinds have in common has no shell of its own
            Shells.Count(t => !t.IsAbstract && t.IsAssignableTo(contract)).ShouldBe(1, contract.Name);
        }
    }
}
