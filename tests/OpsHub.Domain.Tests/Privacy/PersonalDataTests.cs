using CsCheck;
using OpsHub.Domain.Privacy;

namespace OpsHub.Domain.Tests.Privacy;

/// <summary>What is personal data in a text, and what only looks like it.</summary>
public sealed class PersonalDataTests
{
    private static readonly HashSet<string> Codes = ["430203001001001", "430203001001", "430203"];

    [Theory]
    [InlineData("请联系 13800138000 处理", "请联系 *********** 处理")]
    [InlineData("138-0013-8000", "*************")]
    [InlineData("138 0013 8000。", "*************。")]
    [InlineData("+86 13800138000", "***************")]
    [InlineData("8613800138000", "*************")]
    [InlineData("手机１３８００１３８０００", "手机***********")]
    [InlineData("微信同号wx19912345678", "微信同号wx***********")]
    [InlineData("座机0731-22345678转2", "座机*************转2")]
    [InlineData("073122345678", "************")]
    [InlineData("(0731)2234567", "*************")]
    [InlineData("（0731）22345678", "**************")]
    [InlineData("010-82345678-801", "****************")]
    [InlineData("电话：28881234", "电话：********")]
    [InlineData("Tel 2888 1234", "Tel *********")]
    [InlineData("身份证11010519491231002X，住三栋", "身份证******************，住三栋")]
    [InlineData("身份证11010519491231002x", "身份证******************")]
    [InlineData("440524188001010014", "******************")]
    [InlineData("110105 19491231 002X", "********************")]
    [InlineData("旧证110105491231002", "旧证***************")]
    [InlineData("13800138000、13900139000", "***********、***********")]
    [InlineData("张某13800138000身份证11010519491231002X", "张某***********身份证******************")]
    public void Numbers_of_cards_and_telephones_are_masked(string text, string masked) => PersonalData.Mask(text, Codes.Contains).ShouldBe(masked);

    [Theory]
    [InlineData("")]
    [InlineData("网格 430203001001001 内")] // a known grid, though its middle reads as a date
    [InlineData("社区430203001001")]
    [InlineData("4302-2026-000123")] // a case
    [InlineData("工单 ZZ-2026-0713-00017")]
    [InlineData("20260713090000")]
    [InlineData("2026-07-13 09:00 到 2026-07-14 18:00")]
    [InlineData("20260713")] // eight digits alone
    [InlineData("110105194912310021")] // the check digit doesn't fit
    [InlineData("110105194913310021")] // there is no thirteenth month
    [InlineData("990105194912310021")]
    [InlineData("999999999999999")]
    [InlineData("110105491331002")] // fifteen digits without a date
    [InlineData("138001380001")] // a digit too many
    [InlineData("1380013800")] // one too few
    [InlineData("12800138000")]
    [InlineData("编号0000123")]
    [InlineData("金额 1234567.89 元")]
    [InlineData("4001234567")] // a company's service number
    [InlineData("12345热线 110 119")]
    [InlineData("a1b2c3d4e5f60718293a4b5c6d7e8f90")]
    public void What_only_looks_like_it_stays(string text) => PersonalData.Mask(text, Codes.Contains).ShouldBe(text);

    [Fact]
    public void A_grid_that_the_hub_does_not_know_may_be_a_card() => PersonalData.Find("430203001001001", _ => false).ShouldHaveSingleItem().Kind.ShouldBe(PersonalKind.Identity);

    [Fact]
    public void Kinds_and_places_are_told()
    {
        const string text = "电话13800138000,证11010519491231002X";
        PersonalData.Find(text, _ => false).Select(s => (text.Substring(s.Start, s.Length), s.Kind)).ShouldBe([("13800138000", PersonalKind.Telephone), ("11010519491231002X", PersonalKind.Identity)]);
    }

    [Fact]
    public void Masking_keeps_the_length_and_leaves_nothing_to_find() => Gen.Char["0123456789-xX +（）电话手a。"].Array[0, 60].Select(c => new string(c)).Sample(text =>
    {
        var masked = PersonalData.Mask(text, _ => false);
        return masked.Length == text.Length && masked.Zip(text).All(p => p.First == p.Second || p.First == '*') && PersonalData.Mask(masked, _ => false) == masked;
    }, iter: 3000);
}
